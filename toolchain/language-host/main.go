// Command pulumi-language-nodejs runs Node programs and policy packs for the Pulumi engine.
//
// It stands in for the official language host where the CLI had to be built from its Go modules, since the official
// host is not published as one. It does what this project needs of that host and answers "unimplemented" to the rest
// (code generation, templates, debugging).
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// How often the engine is asked for a sign of life. When it is gone, the programs it started must not outlive it.
const healthInterval = 5 * time.Second

func main() {
	if err := serve(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "pulumi-language-nodejs: %s\n", err)
		os.Exit(1)
	}
}

func serve(args []string, portOut io.Writer) error {
	engineAddress, err := parseArguments(args)
	if err != nil {
		return err
	}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if engineAddress != "" {
		if err := rpcutil.Healthcheck(ctx, engineAddress, healthInterval, stop); err != nil {
			return fmt.Errorf("cannot watch the engine at %s: %w", engineAddress, err)
		}
	}

	host := newHost(ctx, engineAddress)
	shutdown := make(chan bool)
	go func() {
		<-host.ctx.Done()
		close(shutdown)
	}()
	handle, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: shutdown,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, host)
			return nil
		},
		Options: rpcutil.TracingServerInterceptorOptions(nil),
	})
	if err != nil {
		return err
	}
	// The engine reads the port from the first line of standard output.
	fmt.Fprintf(portOut, "%d\n", handle.Port)
	return <-handle.Done
}

// parseArguments returns the engine's address, the last argument; the flags are the ones every plugin is given.
func parseArguments(args []string) (string, error) {
	flags := flag.NewFlagSet("pulumi-language-nodejs", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Bool("logtostderr", false, "")
	flags.Int("v", 0, "")
	flags.String("tracing", "", "")
	flags.String("root", "", "")
	if err := flags.Parse(args); err != nil {
		return "", err
	}
	switch flags.NArg() {
	case 0:
		return "", errors.New("the engine's address is missing; this program is started by pulumi, not by hand")
	default:
		return flags.Arg(0), nil
	}
}
