import type { Citation } from "../../policypack/engine/citations.ts";

/** Who or what answers a paragraph, or the rest of it, where no rule can. */
export interface BeyondRules {
  readonly by: "people" | "paper" | "AWS's buildings";
  /** One sentence: what is left, and to whom. */
  readonly says: string;
}

const GROUP_HEALTH_PLAN: BeyondRules = {
  by: "paper",
  says: "It binds group health plans towards their sponsors, by a clause in the plan's documents; the rules hold safeguards that such a clause promises, and write none.",
};

/**
 * What stays with people, on paper or in AWS's buildings, whatever the rules find. Every paragraph
 * that no rule upholds stands here.
 */
export const BEYOND_RULES: Partial<Readonly<Record<Citation, BeyondRules>>> = {
  "164.308(a)(1)(i)": { by: "people", says: "The process is the organisation's own; rules take part in the four steps below it." },
  "164.308(a)(1)(ii)(A)": { by: "people", says: "People weigh the risks and write them down; rules see to it that there are scans and records to weigh them by." },
  "164.308(a)(1)(ii)(B)": { by: "people", says: "People decide which risks to lower and which to bear; rules hold the measures that a program can show." },
  "164.308(a)(1)(ii)(C)": { by: "people", says: "Sanctions against members of the workforce are set and applied by the employer." },
  "164.308(a)(1)(ii)(D)": { by: "people", says: "People read the records; rules see to it that they are written, kept and raise alarms." },
  "164.308(a)(2)": { by: "people", says: "Somebody has to be named the security official; no program can appoint one." },
  "164.308(a)(3)(i)": { by: "people", says: "Who belongs to the workforce is known to the employer alone; rules hold what each role may reach." },
  "164.308(a)(3)(ii)(A)": { by: "people", says: "People authorise and supervise those who work with patient data; rules keep roles narrow and their acts recorded." },
  "164.308(a)(3)(ii)(B)": { by: "people", says: "Whether somebody's access is appropriate is cleared by people before it is given." },
  "164.308(a)(3)(ii)(C)": { by: "people", says: "Whoever leaves is removed at the identity provider, by people; a preview cannot see who has left." },
  "164.308(a)(4)(ii)(A)": { by: "paper", says: "It binds a clearinghouse that is part of a larger organisation; rules keep data apart by network, role and key, whoever owns it." },
  "164.308(a)(4)(ii)(B)": { by: "people", says: "People grant access by a policy of their own; rules bound what can be granted." },
  "164.308(a)(4)(ii)(C)": { by: "people", says: "People establish, review and change a user's right of access; rules bound what it can become." },
  "164.308(a)(5)(i)": { by: "people", says: "People are trained by people." },
  "164.308(a)(5)(ii)(A)": { by: "people", says: "People are reminded by people; rules only let the updates in that a reminder would ask for." },
  "164.308(a)(6)(i)": { by: "people", says: "People handle an incident by a procedure of their own; rules see to it that alarms reach them." },
  "164.308(a)(6)(ii)": { by: "people", says: "People respond, mitigate and report; rules see to it that there are alarms and records to do it by." },
  "164.308(a)(7)(i)": { by: "people", says: "The plan is written and followed by people; rules hold the copies, zones and regions that it counts on." },
  "164.308(a)(7)(ii)(B)": { by: "people", says: "People decide to restore, and in which order; rules see to it that there is something to restore from." },
  "164.308(a)(7)(ii)(C)": { by: "people", says: "How care goes on while systems are down is a plan of people." },
  "164.308(a)(7)(ii)(D)": { by: "people", says: "Restores are tested by a schedule; people read the result and revise the plan." },
  "164.308(a)(7)(ii)(E)": { by: "people", says: "People decide which application and which data come first; a tag only records what they decided." },
  "164.308(a)(8)": { by: "people", says: "The evaluation, at intervals and after changes, is done by people; each preview judges anew what a program can show." },
  "164.308(b)(1)": { by: "paper", says: "The contract with AWS is accepted in AWS Artifact, for the account or the organisation; rules keep to services and regions that it covers." },
  "164.308(b)(2)": { by: "paper", says: "A business associate signs a contract with each subcontractor of its own." },
  "164.308(b)(3)": { by: "paper", says: "The assurances are written in a contract; a rule only keeps to services that AWS's contract covers." },
  "164.310(a)(1)": { by: "AWS's buildings", says: "AWS controls who enters its data centres; a rule only says in which regions they may stand. The organisation's own premises are its own." },
  "164.310(a)(2)(i)": { by: "AWS's buildings", says: "AWS restores entry to and operation of its data centres; people plan for their own premises." },
  "164.310(a)(2)(ii)": { by: "AWS's buildings", says: "AWS guards its data centres and what stands in them; people plan for their own premises." },
  "164.310(a)(2)(iii)": { by: "AWS's buildings", says: "AWS checks who enters its data centres and why; people do so on their own premises." },
  "164.310(a)(2)(iv)": { by: "AWS's buildings", says: "AWS records repairs to doors, locks and walls of its data centres; people do so on their own premises." },
  "164.310(b)": { by: "people", says: "How and where a workstation may be used is settled by people." },
  "164.310(c)": { by: "people", says: "Workstations are kept from strangers by people, in rooms that no rule sees." },
  "164.310(d)(1)": { by: "AWS's buildings", says: "AWS moves the hardware; a rule only says in which regions copies of data may lie. Devices in people's hands are theirs." },
  "164.310(d)(2)(i)": { by: "AWS's buildings", says: "AWS destroys media before they leave its control; data under a customer-managed key are gone with the key." },
  "164.310(d)(2)(ii)": { by: "AWS's buildings", says: "AWS clears media before it uses them again." },
  "164.310(d)(2)(iii)": { by: "AWS's buildings", says: "AWS records the movements of its hardware; tags say who answers for the data." },
  "164.310(d)(2)(iv)": { by: "AWS's buildings", says: "AWS moves equipment without its customers' help; rules see to it that a copy lies elsewhere." },
  "164.312(a)(2)(i)": { by: "people", says: "Users get a name of their own at the identity provider, from people; rules see to it that what each does is recorded under it." },
  "164.312(a)(2)(ii)": { by: "people", says: "Who may break the glass, and when, is written by people; rules see to it that the data can still be reached." },
  "164.312(a)(2)(iii)": { by: "people", says: "Rules bound the sessions of roles and of sign-in; the screens of workstations lock by settings of their own." },
  "164.314(a)(1)": { by: "paper", says: "Contracts with business associates are signed by people; a rule keeps to services that AWS's contract covers." },
  "164.314(a)(2)(i)": { by: "paper", says: "What a contract must say is written by people, AWS's own included." },
  "164.314(a)(2)(ii)": { by: "paper", says: "Arrangements in place of a contract, such as between government bodies, are made on paper." },
  "164.314(a)(2)(iii)": { by: "paper", says: "Contracts between a business associate and its subcontractors are made on paper." },
  "164.314(b)(1)": GROUP_HEALTH_PLAN,
  "164.314(b)(2)": GROUP_HEALTH_PLAN,
  "164.314(b)(2)(i)": GROUP_HEALTH_PLAN,
  "164.314(b)(2)(ii)": GROUP_HEALTH_PLAN,
  "164.314(b)(2)(iii)": GROUP_HEALTH_PLAN,
  "164.314(b)(2)(iv)": GROUP_HEALTH_PLAN,
  "164.316(a)": { by: "paper", says: "Policies and procedures are written and adopted by people; those for AWS that a program can keep are the rules." },
  "164.316(b)(1)": { by: "paper", says: "People write down what they decide and do; rules keep the records that systems write." },
  "164.316(b)(2)(i)": { by: "paper", says: "Documents of people are kept for six years by people; rules keep logs and evidence that long." },
  "164.316(b)(2)(ii)": { by: "paper", says: "People give the documents to those who act by them." },
  "164.316(b)(2)(iii)": { by: "paper", says: "People review the documents at intervals; of the pack's own, exceptions run out." },
};
