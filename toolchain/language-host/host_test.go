package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestTheEnginesAddressIsTheLastArgument(t *testing.T) {
	for _, args := range [][]string{
		{"127.0.0.1:2"},
		{"--logtostderr", "-v=9", "127.0.0.1:2"},
		{"--tracing", "http://trace", "127.0.0.1:2"},
	} {
		if got, err := parseArguments(args); err != nil || got != "127.0.0.1:2" {
			t.Errorf("%q: got %q, %v", args, got, err)
		}
	}
	if _, err := parseArguments(nil); err == nil {
		t.Error("started without an engine")
	}
}

func TestTheHandshakeNamesTheEngine(t *testing.T) {
	host := newHost(t.Context(), "127.0.0.1:2")
	if _, err := host.Handshake(t.Context(), &pulumirpc.LanguageHandshakeRequest{EngineAddress: "127.0.0.1:3"}); err != nil {
		t.Fatal(err)
	}
	if host.engine() != "127.0.0.1:3" {
		t.Errorf("got %s", host.engine())
	}
}

func TestCancelEndsTheHost(t *testing.T) {
	host := newHost(t.Context(), "")
	if _, err := host.Cancel(t.Context(), nil); err != nil || host.ctx.Err() == nil {
		t.Errorf("still running: %v", err)
	}
}

func TestTheSDKIsFoundUpward(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "node_modules/@pulumi/pulumi/cmd/run/index.js"), "")
	deep := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	if got, err := findSDKScript(deep, "run"); err != nil || got != filepath.Join(root, "node_modules/@pulumi/pulumi/cmd/run") {
		t.Errorf("got %s, %v", got, err)
	}
	if got, err := findSDKScript(deep, "run-plugin"); err == nil {
		t.Errorf("found a script that is not there: %s", got)
	}
}

func TestDependenciesAreListedWithInstalledVersions(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "package.json"), `{"dependencies":{"b":"^1.0.0","@a/c":"2.x"}}`)
	write(t, filepath.Join(root, "node_modules/@a/c/package.json"), `{"version":"2.3.4"}`)
	write(t, filepath.Join(root, "src/main.ts"), "")
	got, err := directDependencies(filepath.Join(root, "src"))
	var lines []string
	for _, dependency := range got {
		lines = append(lines, dependency.GetName()+" "+dependency.GetVersion())
	}
	if want := []string{"@a/c 2.3.4", "b ^1.0.0"}; err != nil || !slices.Equal(lines, want) {
		t.Errorf("got %q, %v", lines, err)
	}
	write(t, filepath.Join(root, "src/package.json"), "{")
	if _, err := directDependencies(filepath.Join(root, "src")); err == nil {
		t.Error("a broken package.json was accepted")
	}
}

func TestPackagesAreInstalledFromTheLockFileWhereThereIsOne(t *testing.T) {
	root := t.TempDir()
	if got := installArguments(root)[0]; got != "install" {
		t.Errorf("got %s", got)
	}
	write(t, filepath.Join(root, "package-lock.json"), "{}")
	if got := installArguments(root)[0]; got != "ci" {
		t.Errorf("got %s", got)
	}
}
