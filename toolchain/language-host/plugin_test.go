package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func TestAPolicyPackRunsInItsFolderBehindTheProxy(t *testing.T) {
	directory := fakeProject(t, "exit 0")
	plan, err := planPlugin(&pulumirpc.RunPluginRequest{
		Kind: "analyzer", Pwd: "/elsewhere", Args: []string{"127.0.0.1:2"},
		Info: &pulumirpc.ProgramInfo{ProgramDirectory: directory},
	})
	script := filepath.Join(directory, "node_modules/@pulumi/pulumi/cmd/run-policy-pack")
	if err != nil || !plan.behindPolicyProxy || plan.directory != directory ||
		!slices.Equal(plan.arguments, []string{script, "127.0.0.1:2", directory}) {
		t.Errorf("got %+v, %v", plan, err)
	}
}

func TestAComponentPackageRunsInTheCallersFolder(t *testing.T) {
	directory := fakeProject(t, "exit 0")
	plan, err := planPlugin(&pulumirpc.RunPluginRequest{
		Kind: "resource", Pwd: "/elsewhere", Args: []string{"127.0.0.1:2"},
		Info: &pulumirpc.ProgramInfo{ProgramDirectory: directory},
	})
	script := filepath.Join(directory, "node_modules/@pulumi/pulumi/cmd/run-plugin")
	if err != nil || plan.behindPolicyProxy || plan.directory != "/elsewhere" ||
		!slices.Equal(plan.arguments, []string{script, directory, "127.0.0.1:2"}) {
		t.Errorf("got %+v, %v", plan, err)
	}
}

func TestAPluginWithoutPackagesIsToldWhatToDo(t *testing.T) {
	directory := t.TempDir()
	_, err := planPlugin(&pulumirpc.RunPluginRequest{Info: &pulumirpc.ProgramInfo{ProgramDirectory: directory}})
	if status.Code(err) != codes.FailedPrecondition || !strings.Contains(err.Error(), "npm ci") ||
		!strings.Contains(err.Error(), directory) {
		t.Errorf("got %v", err)
	}
}

func TestThePackIsToldItsStack(t *testing.T) {
	got, err := policyEnvironment(&pulumirpc.AnalyzerStackConfigureRequest{
		Organization: "acme", Project: "clinic", Stack: "dev", DryRun: true, Config: map[string]string{"clinic:a": "1"},
	})
	want := []string{
		"PULUMI_NODEJS_ORGANIZATION=acme", "PULUMI_NODEJS_PROJECT=clinic", "PULUMI_NODEJS_STACK=dev",
		"PULUMI_NODEJS_DRY_RUN=true", `PULUMI_CONFIG={"clinic:config:a":"1"}`,
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v", got, err)
	}
	if got, err := policyEnvironment(nil); err != nil || got != nil {
		t.Errorf("without a stack: got %q, %v", got, err)
	}
}

// recordedStream keeps what the host sends to the engine.
type recordedStream struct {
	grpc.ServerStream
	ctx            context.Context
	stdout, stderr strings.Builder
	exitCode       *int32
}

func (s *recordedStream) Context() context.Context { return s.ctx }

func (s *recordedStream) Send(response *pulumirpc.RunPluginResponse) error {
	switch output := response.GetOutput().(type) {
	case *pulumirpc.RunPluginResponse_Stdout:
		s.stdout.Write(output.Stdout)
	case *pulumirpc.RunPluginResponse_Stderr:
		s.stderr.Write(output.Stderr)
	case *pulumirpc.RunPluginResponse_Exitcode:
		s.exitCode = &output.Exitcode
	}
	return nil
}

func TestAPluginsOutputEnvironmentAndExitCodeReachTheEngine(t *testing.T) {
	directory := fakeProject(t, `echo "out $EXTRA"; echo err >&2; exit 5`)
	stream := &recordedStream{ctx: t.Context()}
	err := newHost(t.Context(), "").RunPlugin(&pulumirpc.RunPluginRequest{
		Kind: "resource", Pwd: directory, Env: []string{"EXTRA=given"},
		Info: &pulumirpc.ProgramInfo{ProgramDirectory: directory},
	}, stream)
	if err != nil || stream.stdout.String() != "out given\n" || stream.stderr.String() != "err\n" ||
		stream.exitCode == nil || *stream.exitCode != 5 {
		t.Errorf("got %+v, %v", stream, err)
	}
}
