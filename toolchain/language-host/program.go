package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// exitAlreadyReported is the SDK's exit code for "failed, and the user has been told why".
const exitAlreadyReported = 32

func (h *host) Run(_ context.Context, request *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	if request.GetAttachDebugger() {
		return nil, status.Error(codes.Unimplemented, "this language host cannot attach a debugger")
	}
	options, err := parseOptions(request.GetInfo().GetOptions())
	if err != nil {
		return &pulumirpc.RunResponse{Error: err.Error()}, nil
	}
	node, err := findNode()
	if err != nil {
		return nil, err
	}
	script, err := findSDKScript(request.GetInfo().GetProgramDirectory(), "run")
	if err != nil {
		return &pulumirpc.RunResponse{Error: err.Error()}, nil
	}
	environment, err := programEnvironment(request, options)
	if err != nil {
		return &pulumirpc.RunResponse{Error: err.Error()}, nil
	}

	cmd := childCommand(h.ctx, node, programArguments(request, options, script, h.engine())...)
	cmd.Dir = request.GetInfo().GetProgramDirectory()
	cmd.Env = append(os.Environ(), environment...)
	// The engine shows what this process writes.
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	runErr := cmd.Run()
	endGroup(cmd)
	if h.ctx.Err() != nil {
		return nil, status.Error(codes.Canceled, "the program was cancelled")
	}
	return runOutcome(runErr), nil
}

// programArguments is the command line that starts a program, without the node executable.
func programArguments(request *pulumirpc.RunRequest, options options, script, engineAddress string) []string {
	info := request.GetInfo()
	args := append([]string{}, options.nodeArgs...)
	args = append(args, script,
		"--monitor", request.GetMonitorAddress(),
		"--engine", engineAddress,
		"--organization", request.GetOrganization(),
		"--project", request.GetProject(),
		"--stack", request.GetStack(),
		"--root-directory", info.GetRootDirectory(),
		"--pwd", info.GetProgramDirectory(),
		"--parallel", strconv.Itoa(int(request.GetParallel())),
	)
	if request.GetDryRun() {
		args = append(args, "--dry-run")
	}
	// Nothing after the entry point is read as a flag of the SDK's runner.
	args = append(args, info.GetEntryPoint())
	return append(args, request.GetArgs()...)
}

// programEnvironment is what a program is given beside the environment of the engine.
func programEnvironment(request *pulumirpc.RunRequest, options options) ([]string, error) {
	values, err := configJSON(request.GetConfig())
	if err != nil {
		return nil, err
	}
	secretKeys, err := secretKeysJSON(request.GetConfigSecretKeys())
	if err != nil {
		return nil, err
	}
	environment := []string{"PULUMI_CONFIG=" + values, "PULUMI_CONFIG_SECRET_KEYS=" + secretKeys}
	if options.typeScript {
		environment = append(environment, "PULUMI_NODEJS_TYPESCRIPT=true")
	}
	if options.tsconfig != "" {
		environment = append(environment, "PULUMI_NODEJS_TSCONFIG_PATH="+options.tsconfig)
	}
	return environment, nil
}

// runOutcome says how a program ended, in the engine's terms.
func runOutcome(err error) *pulumirpc.RunResponse {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return &pulumirpc.RunResponse{}
	case errors.As(err, &exit) && exit.ExitCode() == exitAlreadyReported:
		return &pulumirpc.RunResponse{Bail: true}
	case errors.As(err, &exit):
		return &pulumirpc.RunResponse{Error: "the program ended early: " + exit.Error()}
	default:
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("the program could not be started: %s", err)}
	}
}
