package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// directDependencies lists what the nearest package.json asks for, with the versions installed (or, where a package is
// not installed, the range asked for), sorted by name.
func directDependencies(programDirectory string) ([]*pulumirpc.DependencyInfo, error) {
	root, manifest, err := nearestManifest(programDirectory)
	if err != nil {
		return nil, err
	}
	var found []*pulumirpc.DependencyInfo
	for name, wanted := range manifest.Dependencies {
		version := wanted
		if installed, err := readManifest(filepath.Join(root, "node_modules", filepath.FromSlash(name))); err == nil {
			version = installed.Version
		}
		found = append(found, &pulumirpc.DependencyInfo{Name: name, Version: version})
	}
	sort.Slice(found, func(i, j int) bool { return found[i].Name < found[j].Name })
	return found, nil
}

type packageManifest struct {
	Version      string            `json:"version"`
	Dependencies map[string]string `json:"dependencies"`
}

func nearestManifest(directory string) (string, packageManifest, error) {
	start, err := filepath.Abs(directory)
	if err != nil {
		return "", packageManifest{}, err
	}
	for at := start; ; at = filepath.Dir(at) {
		manifest, err := readManifest(at)
		if err == nil {
			return at, manifest, nil
		}
		if !os.IsNotExist(err) {
			return "", packageManifest{}, fmt.Errorf("cannot read package.json in %s: %w", at, err)
		}
		if at == filepath.Dir(at) {
			return "", packageManifest{}, fmt.Errorf("no package.json in %s or above it", start)
		}
	}
}

func readManifest(directory string) (packageManifest, error) {
	var manifest packageManifest
	text, err := os.ReadFile(filepath.Join(directory, "package.json"))
	if err != nil {
		return manifest, err
	}
	return manifest, json.Unmarshal(text, &manifest)
}
