package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type installStream = grpc.ServerStreamingServer[pulumirpc.InstallDependenciesResponse]

// InstallDependencies installs the packages of a program or plugin with npm, unless the SDK is already found from its
// folder: a policy pack or component package inside this project lives on the project's packages.
func (h *host) InstallDependencies(request *pulumirpc.InstallDependenciesRequest, stream installStream) error {
	directory := request.GetInfo().GetProgramDirectory()
	if _, err := findSDKScript(directory, "run"); err == nil {
		return nil
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		return status.Errorf(codes.FailedPrecondition, "npm is not on PATH; install the packages of %s by hand", directory)
	}
	ctx, cancel := context.WithCancel(stream.Context())
	defer cancel()
	defer context.AfterFunc(h.ctx, cancel)()

	// One writer for both outputs: exec then copies from one goroutine, as gRPC demands of a stream.
	closer, stdout, _, err := rpcutil.MakeInstallDependenciesStreams(stream, request.GetIsTerminal())
	if err != nil {
		return err
	}
	defer closer.Close()
	cmd := childCommand(ctx, npm, installArguments(directory)...)
	cmd.Dir = directory
	cmd.Stdout, cmd.Stderr = stdout, stdout
	defer endGroup(cmd)
	if err := cmd.Run(); err != nil {
		return status.Errorf(codes.Aborted, "npm could not install the packages of %s: %s", directory, err)
	}
	return nil
}

// installArguments keeps to the lock file where there is one.
func installArguments(directory string) []string {
	verb := "install"
	if _, err := os.Stat(filepath.Join(directory, "package-lock.json")); err == nil {
		verb = "ci"
	}
	return []string{verb, "--loglevel=error", "--no-fund", "--no-audit"}
}
