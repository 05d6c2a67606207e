package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/structpb"
)

func exampleRun() *pulumirpc.RunRequest {
	return &pulumirpc.RunRequest{
		Project: "clinic", Stack: "dev", Organization: "acme", MonitorAddress: "127.0.0.1:1", Parallel: 16,
		Args:             []string{"--flag-of-the-program"},
		Config:           map[string]string{"aws:region": "us-east-1"},
		ConfigSecretKeys: []string{"clinic:token"},
		Info:             &pulumirpc.ProgramInfo{RootDirectory: "/p", ProgramDirectory: "/p/src", EntryPoint: "main.ts"},
	}
}

func TestProgramArguments(t *testing.T) {
	request := exampleRun()
	request.DryRun = true
	got := programArguments(request, options{nodeArgs: []string{"--import", "./hooks.js"}}, "/sdk/run", "127.0.0.1:2")
	want := []string{
		"--import", "./hooks.js", "/sdk/run",
		"--monitor", "127.0.0.1:1", "--engine", "127.0.0.1:2",
		"--organization", "acme", "--project", "clinic", "--stack", "dev",
		"--root-directory", "/p", "--pwd", "/p/src", "--parallel", "16",
		"--dry-run", "main.ts", "--flag-of-the-program",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestAnUpdateIsNotADryRun(t *testing.T) {
	if slices.Contains(programArguments(exampleRun(), options{}, "/sdk/run", "e"), "--dry-run") {
		t.Error("an update was started with --dry-run")
	}
}

func TestProgramEnvironment(t *testing.T) {
	got, err := programEnvironment(exampleRun(), options{typeScript: true, tsconfig: "ts.json"})
	want := []string{
		`PULUMI_CONFIG={"aws:config:region":"us-east-1"}`,
		`PULUMI_CONFIG_SECRET_KEYS=["clinic:config:token"]`,
		"PULUMI_NODEJS_TYPESCRIPT=true",
		"PULUMI_NODEJS_TSCONFIG_PATH=ts.json",
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestWithTypeScriptOffTheSDKDoesNotLoadACompiler(t *testing.T) {
	got, err := programEnvironment(&pulumirpc.RunRequest{}, options{})
	want := []string{"PULUMI_CONFIG={}", "PULUMI_CONFIG_SECRET_KEYS=[]"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestRefusedConfigurationKey(t *testing.T) {
	request := exampleRun()
	request.Config = map[string]string{"no-namespace": "x"}
	if _, err := programEnvironment(request, options{}); err == nil || !strings.Contains(err.Error(), "no-namespace") {
		t.Errorf("the key is not named: %v", err)
	}
}

// runWithNode runs a request for real, with a shell script in the place of node.
func runWithNode(t *testing.T, script string, request *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	t.Helper()
	request.Info.ProgramDirectory = fakeProject(t, script)
	return newHost(t.Context(), "127.0.0.1:2").Run(t.Context(), request)
}

// fakeProject makes a folder with the SDK's scripts and puts an executable called node first on PATH.
func fakeProject(t *testing.T, script string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in for node is a shell script")
	}
	directory := t.TempDir()
	for _, name := range []string{"run", "run-plugin", "run-policy-pack"} {
		if err := os.MkdirAll(filepath.Join(directory, "node_modules/@pulumi/pulumi/cmd", name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(directory, "node"), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", directory+string(os.PathListSeparator)+os.Getenv("PATH"))
	return directory
}

func TestRunOutcomes(t *testing.T) {
	for name, test := range map[string]struct {
		script, wantError string
		wantBail          bool
	}{
		"success":                  {"exit 0", "", false},
		"failed and reported":      {"exit 32", "", true},
		"failed without a word":    {"exit 7", "the program ended early: exit status 7", false},
		"killed, as by the kernel": {"kill -KILL $$", "the program ended early: signal: killed", false},
	} {
		t.Run(name, func(t *testing.T) {
			response, err := runWithNode(t, test.script, exampleRun())
			if err != nil || response.GetError() != test.wantError || response.GetBail() != test.wantBail {
				t.Errorf("got error %q, bail %v, %v", response.GetError(), response.GetBail(), err)
			}
		})
	}
}

func TestTheProgramInheritsTheEnvironment(t *testing.T) {
	t.Setenv("NODE_OPTIONS", "--max-old-space-size=900")
	response, err := runWithNode(t, `[ "$NODE_OPTIONS" = --max-old-space-size=900 ] && [ -n "$PULUMI_CONFIG" ]`, exampleRun())
	if err != nil || response.GetError() != "" {
		t.Errorf("got %v, %v", response, err)
	}
}

func TestRunRefusesWhatItCannotDo(t *testing.T) {
	request := exampleRun()
	request.AttachDebugger = true
	if _, err := runWithNode(t, "exit 0", request); status.Code(err) != codes.Unimplemented {
		t.Errorf("got %v", err)
	}

	request = exampleRun()
	request.Info.Options, _ = structpb.NewStruct(map[string]any{"typescript": "no"})
	response, err := runWithNode(t, "exit 0", request)
	want := `Pulumi.yaml: runtime.options.typescript is "no"; it must be true or false`
	if err != nil || response.GetError() != want {
		t.Errorf("got %v, %v", response, err)
	}
}
