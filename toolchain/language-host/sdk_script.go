package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// findSDKScript returns the folder of one of the SDK's entry scripts (run, run-plugin, run-policy-pack), found as node
// finds a package: in node_modules of the directory or of the nearest one above it.
func findSDKScript(directory, script string) (string, error) {
	start, err := filepath.Abs(directory)
	if err != nil {
		return "", err
	}
	for at := start; ; at = filepath.Dir(at) {
		candidate := filepath.Join(at, "node_modules", "@pulumi", "pulumi", "cmd", script)
		if found, err := os.Stat(candidate); err == nil && found.IsDir() {
			return candidate, nil
		}
		if at == filepath.Dir(at) {
			return "", fmt.Errorf("@pulumi/pulumi is not installed in %s or above it; run `npm ci` there", start)
		}
	}
}
