//go:build !windows

package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// Proves that cancelling takes down the program and what it started, though both ignore the interrupt. Both hold a
// named pipe open: its reader sees the end only when the last of them is gone.
func TestCancelEndsTheProgramAndItsChildren(t *testing.T) {
	request := exampleRun()
	directory := fakeProject(t, `exec 9>alive; trap "" INT; (trap "" INT; sleep 60) & sleep 60`)
	request.Info.ProgramDirectory = directory
	alive := filepath.Join(directory, "alive")
	if err := syscall.Mkfifo(alive, 0o600); err != nil {
		t.Fatal(err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	result := make(chan error, 1)
	go func() {
		_, err := newHost(ctx, "").Run(context.Background(), request)
		result <- err
	}()
	pipe, err := os.Open(alive) // waits until the program runs
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	cancel()

	if err := <-result; status.Code(err) != codes.Canceled {
		t.Errorf("got %v", err)
	}
	ended := make(chan struct{})
	go func() {
		_, _ = io.Copy(io.Discard, pipe)
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(2 * time.Second):
		t.Fatal("something the program started still runs")
	}
}
