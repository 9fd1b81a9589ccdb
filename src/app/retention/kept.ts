/** Says of the rows that no rule erases why they stay. Keys are tables. */
export const keptForGood: Record<string, string> = {
  unit: 'the units of the plan',
  person: 'who did what in the history; a role that ends leaves the person',
  membership: 'who had which role from when to when',
  account: 'how a person is reached; of strangers and ended sessions see the rules',
  invitation: 'a used one says who let whom in, by ids alone',
  exemplar: 'the register itself; decided ones are its history',
  exemplar_counter: 'numbers are never given out twice',
  exemplar_change: 'the history of the register',
  attachment: "an exemplar's and a filing's files, all versions of a filing",
  filing: 'what a unit handed in, all versions',
  filing_change: 'the history of what was handed in',
  nudge: 'the ledger: the ladder tells nothing twice',
  nudge_round: 'the ledger: what an officer sent by hand',
  delivery: 'the ledger; the row stays without its payload',
  zalo_id: 'the number of a chat must never come to mean another chat',
  setting: 'facts of the installation, none about a person',
};
