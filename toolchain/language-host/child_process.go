package main

import (
	"context"
	"os/exec"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/cmdutil"
)

// How long a program may take to end by itself after the interrupt.
const grace = 3 * time.Second

// childCommand is a command with a process group of its own, so that whatever the program starts goes with it: when
// the context ends, the group is interrupted and, after the grace period, killed.
func childCommand(ctx context.Context, path string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, path, args...)
	cmdutil.RegisterProcessGroup(cmd)
	cmd.Cancel = func() error {
		cmdutil.InterruptChildren(cmd.Process.Pid)
		return nil
	}
	// A grandchild that keeps the output open must not keep Wait waiting.
	cmd.WaitDelay = grace
	return cmd
}

// endGroup kills what is left of a finished command's group. Without it a grandchild that ignores the interrupt would
// live on.
func endGroup(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = cmdutil.KillChildren(cmd.Process.Pid)
	}
}
