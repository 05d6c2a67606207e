package main

import (
	"encoding/json"
	"fmt"

	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/config"
)

// configJSON is the stack's configuration as the SDK reads it from PULUMI_CONFIG: keys are `namespace:config:name`.
func configJSON(values map[string]string) (string, error) {
	renamed := make(map[string]string, len(values))
	for key, value := range values {
		name, err := sdkConfigKey(key)
		if err != nil {
			return "", err
		}
		renamed[name] = value
	}
	return marshal(renamed)
}

// secretKeysJSON is the list of secret keys for PULUMI_CONFIG_SECRET_KEYS, an empty array when there are none.
func secretKeysJSON(keys []string) (string, error) {
	renamed := make([]string, 0, len(keys))
	for _, key := range keys {
		name, err := sdkConfigKey(key)
		if err != nil {
			return "", err
		}
		renamed = append(renamed, name)
	}
	return marshal(renamed)
}

func sdkConfigKey(key string) (string, error) {
	parsed, err := config.ParseKey(key)
	if err != nil {
		return "", err
	}
	return parsed.Namespace() + ":config:" + parsed.Name(), nil
}

func marshal(value any) (string, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return "", fmt.Errorf("cannot encode the stack's configuration: %w", err)
	}
	return string(text), nil
}
