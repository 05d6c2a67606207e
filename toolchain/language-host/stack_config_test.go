package main

import "testing"

func TestConfigurationKeysGetTheirMiddlePart(t *testing.T) {
	for from, want := range map[string]string{
		"aws:region":        "aws:config:region",
		"aws:config:region": "aws:config:region",
		"pulumi:tags":       "pulumi:config:tags",
	} {
		if got, err := sdkConfigKey(from); err != nil || got != want {
			t.Errorf("%s: got %s, %v", from, got, err)
		}
	}
}

func TestConfigurationValuesStayText(t *testing.T) {
	got, err := configJSON(map[string]string{"p:cidrs": `["10.0.0.0/16"]`, "p:on": "true"})
	if want := `{"p:config:cidrs":"[\"10.0.0.0/16\"]","p:config:on":"true"}`; err != nil || got != want {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestNoSecretKeysIsAnEmptyList(t *testing.T) {
	if got, err := secretKeysJSON(nil); err != nil || got != "[]" {
		t.Errorf("got %s, %v", got, err)
	}
}
