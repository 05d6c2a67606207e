import { describe, expect, test } from "vitest";
import { credentialIn, namesCredential, pointsElsewhere } from "../../../policypack/engine/credentials.ts";

describe("names of credentials", () => {
  test.each([
    "PASSWORD", "DB_PASSWORD", "dbPassword", "apiKey", "API_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "client.secret", "AUTH_TOKEN", "SLACK_WEBHOOK_URL",
    "passwd", "db-passphrase", "api.key", "api-key", "apikey", "access-key", "accesskey", "access.key.id", "accessKeyId", "secret", "secretkey", "secret-key", "secret-access-key", "secretAccessKey",
    "private_key", "private.key", "privatekey", "credential", "db_credentials", "webhook-url", "webhookurl", "connection_string", "connection.string", "connectionstring",
  ])(
    "%s is one",
    (name) => {
      expect(namesCredential(name)).toBe(true);
    },
  );
  test.each(["PASSWORD_FILE", "SECRET_NAME", "SECRET_ARN", "TOKEN_TTL", "TOKEN_ENDPOINT", "AWS_WEB_IDENTITY_TOKEN_FILE", "PWD", "MONKEY", "KEYCLOAK_URL", "passwordPolicy", "mypassword", "xtoken", "secretx", "tokens"])("%s is none", (name) => {
    expect(namesCredential(name)).toBe(false);
  });
});

describe("values that point elsewhere", () => {
  test.each(["", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db", "$(DB_PASSWORD)", "${DB_PASSWORD}", "{{ .password }}", "/run/secrets/password", "true", "3600", "  ", " ${DB_PASSWORD}\n", "false"])("%j does", (value) => {
    expect(pointsElsewhere(value)).toBe(true);
  });
  test.each(["hunter22", "correct horse", "S3cr$t/"])("%s does not", (value) => {
    expect(pointsElsewhere(value)).toBe(false);
  });
});

describe("credentials in texts", () => {
  // Put together here, so that no file of the project holds anything that looks like one.
  test.each([
    ["an AWS access key", ["AKIA", "IOSFODNN7EXAMPLE"].join("")],
    ["a private key", ["-----BEGIN RSA ", "PRIVATE KEY-----"].join("")],
    ["a GitHub token", ["ghp_", "a".repeat(36)].join("")],
    ["a Slack token", ["xoxb", "123456789012", "abcdef"].join("-")],
    ["a Slack webhook", ["https://hooks.slack.com/services", "T000", "B000", "x1"].join("/")],
    ["a signed token", ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiJhIn0sIn", "c2lnbmF0dXJl"].join(".")],
    ["a URL with a password", "postgres://records:pa55word@db.internal:5432/records"],
    ["a password", "user: records\n  password: pa55word"],
    ["a private key", ["-----BEGIN ", "PRIVATE KEY-----"].join("")],
    ["a private key", ["-----BEGIN OPENSSH EC ", "PRIVATE KEY-----"].join("")],
    ["a GitHub token", ["ghs_", "a".repeat(50)].join("")],
    ["a GitHub token", ["github_pat_", "a".repeat(22)].join("")],
    ["a URL with a password", "s3+http2.x-y://records:pa55word@db.internal"],
    ["a password", "passphrase=pa55word"],
    ["a password", "PGPASSWORD = pa55word"],
    ["a password", "'passwd': 'pa55word'"],
    ["a password", '{\n  "dbPassword": "pa55word"\n}'],
  ])("%s is found", (kind, text) => {
    expect(credentialIn(text)).toBe(kind);
  });
  test.each([
    "https://records.example.org:8443/path?user=a@b",
    "password: ${DB_PASSWORD}",
    "password_file: /run/secrets/password",
    "passwordSecretRef: records-db",
    "minimum password length: twelve",
    "the user's password: pa55word is no setting",
    "password: x",
    "password: <from the vault>",
    ["ghp_", "a".repeat(35)].join(""),
    ["xoxb-", "a".repeat(9)].join(""),
    "postgres://records:$(PASSWORD)@db.internal/records",
  ])("%s holds none", (text) => {
    expect(credentialIn(text)).toBeUndefined();
  });
});
