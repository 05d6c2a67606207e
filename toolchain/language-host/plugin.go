package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"sync"

	sdk "github.com/pulumi/pulumi/sdk/v3"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type pluginStream = grpc.ServerStreamingServer[pulumirpc.RunPluginResponse]

// RunPlugin runs a policy pack (kind analyzer) or a component package (kind resource) until it ends or the engine
// hangs up.
func (h *host) RunPlugin(request *pulumirpc.RunPluginRequest, stream pluginStream) error {
	if request.GetAttachDebugger() {
		return status.Error(codes.Unimplemented, "this language host cannot attach a debugger")
	}
	plan, err := planPlugin(request)
	if err != nil {
		return err
	}
	node, err := findNode()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(stream.Context())
	defer cancel()
	defer context.AfterFunc(h.ctx, cancel)()

	output := &orderedStream{pluginStream: stream}
	closer, stdout, stderr, err := rpcutil.MakeRunPluginStreams(output, false)
	if err != nil {
		return err
	}
	defer closer.Close()

	cmd := childCommand(ctx, node, plan.arguments...)
	cmd.Dir = plan.directory
	cmd.Env = append(os.Environ(), request.GetEnv()...)
	cmd.Stdout, cmd.Stderr = stdout, stderr
	defer endGroup(cmd)

	if plan.behindPolicyProxy {
		proxy, packOut, err := sdk.NewPolicyProxy(ctx, stdout)
		if err != nil {
			return err
		}
		// The pack reads its stack from the environment, which the engine tells the proxy after the start.
		stack, err := proxy.AwaitConfiguration(ctx)
		if err != nil {
			return err
		}
		environment, err := policyEnvironment(stack)
		if err != nil {
			return err
		}
		cmd.Env = append(cmd.Env, environment...)
		cmd.Stdout = packOut
		if err := cmd.Start(); err != nil {
			return status.Errorf(codes.FailedPrecondition, "the policy pack could not be started: %s", err)
		}
		return sendExit(output, proxy.Attach(ctx, cmd))
	}
	return sendExit(output, cmd.Run())
}

// pluginPlan is how to start a plugin.
type pluginPlan struct {
	arguments         []string
	directory         string
	behindPolicyProxy bool
}

// planPlugin chooses the SDK's script for the kind of plugin. `nodeargs` are not applied to plugins: the official host
// does not let node see them either, and what runs here must run there. NODE_OPTIONS works in both.
func planPlugin(request *pulumirpc.RunPluginRequest) (pluginPlan, error) {
	directory := request.GetInfo().GetProgramDirectory()
	name, analyzer := "run-plugin", request.GetKind() == "analyzer"
	if analyzer {
		name = "run-policy-pack"
	}
	script, err := findSDKScript(directory, name)
	if err != nil {
		return pluginPlan{}, status.Error(codes.FailedPrecondition, err.Error())
	}
	if analyzer {
		arguments := append([]string{script}, request.GetArgs()...)
		return pluginPlan{append(arguments, directory), directory, true}, nil
	}
	return pluginPlan{append([]string{script, directory}, request.GetArgs()...), request.GetPwd(), false}, nil
}

// policyEnvironment tells a policy pack which stack it judges; nil where the engine named none.
func policyEnvironment(stack *pulumirpc.AnalyzerStackConfigureRequest) ([]string, error) {
	if stack == nil {
		return nil, nil
	}
	values, err := configJSON(stack.GetConfig())
	if err != nil {
		return nil, err
	}
	return []string{
		"PULUMI_NODEJS_ORGANIZATION=" + stack.GetOrganization(),
		"PULUMI_NODEJS_PROJECT=" + stack.GetProject(),
		"PULUMI_NODEJS_STACK=" + stack.GetStack(),
		"PULUMI_NODEJS_DRY_RUN=" + strconv.FormatBool(stack.GetDryRun()),
		"PULUMI_CONFIG=" + values,
	}, nil
}

// sendExit reports the exit code; anything that is not an exit is the call's error.
func sendExit(stream *orderedStream, err error) error {
	var exit *exec.ExitError
	code := 0
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		return err
	}
	return stream.Send(&pulumirpc.RunPluginResponse{Output: &pulumirpc.RunPluginResponse_Exitcode{Exitcode: int32(code)}})
}

// orderedStream lets the readers of standard output and standard error send on one stream, which gRPC allows one at a
// time only.
type orderedStream struct {
	pluginStream
	lock sync.Mutex
}

func (s *orderedStream) Send(response *pulumirpc.RunPluginResponse) error {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.pluginStream.Send(response)
}
