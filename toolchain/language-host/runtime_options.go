package main

import (
	"fmt"

	"github.com/kballard/go-shellquote"
	"google.golang.org/protobuf/types/known/structpb"
)

// options are the keys of `runtime.options` in Pulumi.yaml that change how a program is started.
type options struct {
	// Whether the SDK loads the program through ts-node. Off, Node strips the types itself.
	typeScript bool
	// The tsconfig.json for ts-node; empty for the SDK's choice.
	tsconfig string
	// Arguments for node itself.
	nodeArgs []string
}

// parseOptions reads the options; ones it does not know (such as packagemanager) concern other commands.
func parseOptions(raw *structpb.Struct) (options, error) {
	parsed := options{typeScript: true}
	fields := raw.AsMap()
	if value, ok := fields["typescript"]; ok {
		enabled, ok := value.(bool)
		if !ok {
			return options{}, badOption("typescript", value, "true or false")
		}
		parsed.typeScript = enabled
	}
	if value, ok := fields["tsconfig"]; ok {
		path, ok := value.(string)
		if !ok {
			return options{}, badOption("tsconfig", value, "the path of a file")
		}
		parsed.tsconfig = path
	}
	if value, ok := fields["nodeargs"]; ok {
		line, ok := value.(string)
		if !ok {
			return options{}, badOption("nodeargs", value, "one string of arguments for node")
		}
		words, err := shellquote.Split(line)
		if err != nil {
			return options{}, badOption("nodeargs", value, "arguments quoted as in a shell ("+err.Error()+")")
		}
		parsed.nodeArgs = words
	}
	return parsed, nil
}

func badOption(name string, value any, allowed string) error {
	return fmt.Errorf("Pulumi.yaml: runtime.options.%s is %#v; it must be %s", name, value, allowed)
}
