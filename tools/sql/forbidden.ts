type Forbidden = { readonly rule: string; readonly pattern: RegExp; readonly says: string }

/** What no SQL of the house may contain, by the rule (design: portable SQL, R1–R20) that refuses it. */
const FORBIDDEN: readonly Forbidden[] = [
  { rule: 'R4', pattern: /\b(?:gen_random_uuid|uuid_generate_v\d\w*|uuidv[47]) ?\(/, says: 'ids are made in the application' },
  {
    rule: 'R5',
    pattern:
      /\b(?:small|big)?serial\b|\bgenerated (?:always|by default) as identity\b|\b(?:create|alter) sequence\b|\b(?:nextval|currval|setval) ?\(/,
    says: 'numbers come from allocators, not from sequences',
  },
  { rule: 'R8', pattern: /\bpg_(?:try_)?advisory_\w+/, says: 'mutual exclusion is a lease row, not an advisory lock' },
  { rule: 'R9', pattern: /\bcreate (?:or replace )?(?:constraint )?trigger\b/, says: 'no triggers' },
  { rule: 'R9', pattern: /\bcreate (?:or replace )?(?:function|procedure)\b/, says: 'no functions in the database' },
  { rule: 'R9', pattern: /\blanguage plpgsql\b|^do (?:language \w+ )?\$\$/, says: 'no PL/pgSQL' },
  { rule: 'R9', pattern: /\bcreate (?:or replace )?rule\b/, says: 'no rewrite rules' },
  { rule: 'R9', pattern: /(?<!not )\bdeferrable\b|\binitially deferred\b|\bset constraints\b/, says: 'no deferrable constraints' },
  { rule: 'R9', pattern: /\bexclude (?:using\b|\()/, says: 'no exclusion constraints' },
  {
    rule: 'R9',
    pattern: /\binherits? ?\(|\bpartition of\b.*\bpartition by\b|\binherit \w+/,
    says: 'no inheritance and no partitions of partitions',
  },
  { rule: 'R9', pattern: /\bcreate (?:global |local )?temp(?:orary)?\b/, says: 'no temporary tables' },
  { rule: 'R9', pattern: /^lock (?:table )?\w+/, says: 'no table locks' },
  { rule: 'R9', pattern: /\bmaterialized view\b/, says: 'no materialised views' },
  { rule: 'R3', pattern: /\bon (?:delete|update) (?:cascade|set null|set default)\b/, says: 'nothing is changed by a cascade' },
  { rule: 'R10', pattern: /^(?:begin|start transaction|commit|rollback|savepoint)\b/, says: 'transactions belong to the caller' },
  {
    rule: 'time',
    pattern:
      /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday) ?\(|\bcurrent_(?:date|time|timestamp)\b|\blocaltime(?:stamp)?\b/,
    says: 'the clock is an argument',
  },
  {
    rule: 'time',
    pattern: /\btimestamp(?:tz)?\b|\btime with(?:out)? time zone\b|\btimetz\b|\binterval\b/,
    says: 'instants are bigint milliseconds, days are text',
  },
  { rule: 'dice', pattern: /\brandom ?\(/, says: 'dice are an argument' },
  { rule: 'R20', pattern: /\bcreate extension\b/, says: 'no extensions' },
]

/** Faults of one normalised statement that its words alone show. */
export function forbiddenIn(text: string): string[] {
  const found = FORBIDDEN.filter(({ pattern }) => pattern.test(text)).map(({ rule, says }) => `${rule}: ${says}`)
  return [...new Set(found)]
}
