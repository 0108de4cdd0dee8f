import { fill } from '../../../ui/words.ts'
import type { AuditEntry, AuditFacts } from '../contract.ts'
import type { zh } from './words.zh.ts'

type Words = {
  readonly [Key in 'yes' | 'no' | 'nothing']: string
} & { readonly actors: { readonly [Key in keyof typeof zh.actors]: string } } & {
  readonly [Key in 'events' | 'subjects' | 'faults']: { readonly [Name in string]?: string }
}

/** The kind of a decision in words; one without words yet stands by its code. */
export function eventName(type: string, words: Words): string {
  return words.events[type] ?? type
}

/** Subject with a short id: `申报 3f2a91c0`. */
export function subjectName({ kind, id }: AuditEntry['subject'], words: Words): string {
  return `${words.subjects[kind] ?? kind} ${shortId(id)}`
}

/** Who acted: a person by the head of their id, a task by its name, or the public. */
export function actorName(actor: string, words: Words): string {
  const [kind, ...rest] = actor.split(':')
  const id = rest.join(':')
  if (kind === 'person') return fill(words.actors.person, { id: shortId(id) })
  return kind === 'system' ? fill(words.actors.system, { id }) : words.actors.public
}

/** An id as one can read it out: the first eight characters of a UUID, short names whole. */
export function shortId(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(0, 8) : id
}

/** One fact as text. */
export function factText(value: AuditFacts[string], words: Words): string {
  if (value === null) return words.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return Array.isArray(value) ? value.join('、') || words.nothing : String(value)
}

/** All facts in a line, for search and export. */
export function factsText(facts: AuditFacts, words: Words): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}=${factText(value, words)}`)
    .join(' ')
}

/** Entries of several readings as one list, newest first, each once. */
export function merged<E extends { readonly chain: string; readonly seq: number; readonly at: number }>(
  pages: readonly (readonly E[])[],
): readonly E[] {
  const byPlace = new Map(pages.flat().map(entry => [`${entry.chain} ${entry.seq}`, entry]))
  return [...byPlace.values()].toSorted((a, b) => b.at - a.at || b.seq - a.seq)
}
