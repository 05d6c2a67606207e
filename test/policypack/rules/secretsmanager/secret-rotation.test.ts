import { secretRotation } from "../../../../policypack/rules/secretsmanager/secret-rotation.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const db = { type: "aws:secretsmanager/secret:Secret", props: { name: "db" } };
const rotation = { type: "aws:secretsmanager/secretRotation:SecretRotation", props: { rotationRules: { automaticallyAfterDays: 30 } }, refs: { secretId: "db.id" } };
const rules = (value: object) => ({ rotation: { props: { rotationRules: value } } });
const finding = { blamed: "rotation", property: "rotationRules" };

testStackRule(secretRotation, {
  compliant: [
    { db, rotation },
    { db, rotation: { ...rotation, props: { rotationRules: { automaticallyAfterDays: 90 } } } },
    { db, rotation: { ...rotation, props: { rotationRules: { scheduleExpression: "rate(10 days)" } } } },
    { db, rotation: { ...rotation, props: { rotationRules: { scheduleExpression: "cron(0 5 1 1/3 ? *)" } } } },
    { db, rotation: { ...rotation, props: { rotationRules: { scheduleExpression: "cron(0 5 ? * SUN *)" } } } },
  ],
  violating: [
    { why: "no rotation", change: { rotation: null }, blamed: "db", property: "name", found: "no SecretRotation" },
    { why: "another secret's rotation", change: { other: db, rotation: { refs: { secretId: "other.arn" } } }, blamed: "db", property: "name", found: "no SecretRotation" },
    { why: "twice a year", change: rules({ automaticallyAfterDays: 180 }), ...finding, found: "180 days" },
    { why: "a day too long", change: rules({ automaticallyAfterDays: 91 }), ...finding, found: "91 days" },
    { why: "no interval", change: { rotation: { props: { rotationRules: undefined } } }, ...finding, found: "no interval" },
    { why: "a rate of months", change: rules({ scheduleExpression: "rate(120 days)" }), ...finding, found: "120 days" },
    { why: "every half year", change: rules({ scheduleExpression: "cron(0 5 1 1/6 ? *)" }), ...finding, found: "180 days" },
    { why: "once a year", change: rules({ scheduleExpression: "cron(0 5 1 1 ? *)" }), ...finding, found: "no interval" },
  ],
  unknown: [["rotation", "rotationRules"], ["rotation", "rotationRules.automaticallyAfterDays"]],
});
