package main

import (
	"slices"
	"strings"
	"testing"

	"google.golang.org/protobuf/types/known/structpb"
)

func optionsFrom(t *testing.T, values map[string]any) (options, error) {
	t.Helper()
	raw, err := structpb.NewStruct(values)
	if err != nil {
		t.Fatal(err)
	}
	return parseOptions(raw)
}

func TestDefaultsAreThoseOfTheOfficialHost(t *testing.T) {
	for name, values := range map[string]map[string]any{"none": nil, "others only": {"packagemanager": "npm"}} {
		got, err := optionsFrom(t, values)
		if err != nil || !got.typeScript || got.tsconfig != "" || len(got.nodeArgs) != 0 {
			t.Errorf("%s: got %+v, %v", name, got, err)
		}
	}
	if got, err := parseOptions(nil); err != nil || !got.typeScript {
		t.Errorf("no options at all: got %+v, %v", got, err)
	}
}

func TestGivenOptions(t *testing.T) {
	got, err := optionsFrom(t, map[string]any{
		"typescript": false, "tsconfig": "ts.json", "nodeargs": `--import ./a.js --title 'two words'`,
	})
	if err != nil || got.typeScript || got.tsconfig != "ts.json" {
		t.Errorf("got %+v, %v", got, err)
	}
	if want := []string{"--import", "./a.js", "--title", "two words"}; !slices.Equal(got.nodeArgs, want) {
		t.Errorf("got %q", got.nodeArgs)
	}
}

func TestARefusedOptionIsNamedWithItsValue(t *testing.T) {
	for key, value := range map[string]any{"typescript": "false", "tsconfig": true, "nodeargs": 3.0} {
		_, err := optionsFrom(t, map[string]any{key: value})
		if err == nil || !strings.Contains(err.Error(), "runtime.options."+key) {
			t.Errorf("%s: got %v", key, err)
		}
	}
	if _, err := optionsFrom(t, map[string]any{"nodeargs": "--title 'open"}); err == nil {
		t.Error("an open quote was accepted")
	}
}
