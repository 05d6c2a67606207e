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
    ...["rate(1 day)", "rate(2160 hours)", "rate(1 hour)", "cron(30 16 15 * ? *)", "cron(0 5 1 */3 ? *)"].map((scheduleExpression) => ({ db, rotation: { ...rotation, props: { rotationRules: { scheduleExpression } } } })),
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
    { why: "a rate of hours", change: rules({ scheduleExpression: "rate(2400 hours)" }), ...finding, found: "100 days" },
    { why: "every year", change: rules({ scheduleExpression: "cron(0 5 1 */12 ? *)" }), ...finding, found: "360 days" },
    ...["xrate(10 days)", "rate(10 days)x", "xcron(0 5 1 * ? *)", "cron(0 5 1 * ? *)x", "cron(0 5 1 x1/3 ? *)", "cron(0 5 1 1/3x ? *)", "monthly"].map((scheduleExpression) => ({
      why: scheduleExpression, change: rules({ scheduleExpression }), ...finding, found: "no interval",
    })),
  ],
  unknown: [["rotation", "rotationRules"], ["rotation", "rotationRules.automaticallyAfterDays"]],
});
