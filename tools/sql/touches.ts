import { splitList } from './statements.ts'

const WRITES = /\b(?:insert into|(?<!\b(?:for|do|on|key) )update|delete from|truncate(?: table)?|merge into)(?: only)? ([a-z_][\w.]*)/g
const ALTERS = /\b(?:alter table|drop table|drop view)(?: if exists)?(?: only)? ([a-z_][\w.]*)/g
const INDEXES = /\bcreate (?:unique )?index\b.*? on (?:only )?([a-z_][\w.]*)/g
const CREATES = /\bcreate (?:table|(?:or replace )?view)(?: if not exists)? ([a-z_][\w.]*)/g
const FROM =
  /\b(?<!distinct )(?:from|join|using) (?!\()(.*?)(?=\b(?:where|group|order|having|limit|offset|for|union|except|intersect|returning|left|right|inner|cross|full|join|on|set|when|from|window|fetch)\b|\)|$)/g
/** Functions whose syntax has a `from` of its own. */
const NOT_A_SOURCE = /\b(?:extract|trim|substring|overlay|position) ?\([^()]*\)/g
const POINTS = /\breferences ([a-z_][\w.]*)/g

function names(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(match => bare(match[1] ?? ''))
}

function bare(name: string): string {
  return name.replace(/^public\./, '')
}

/** Tables and views a normalised statement creates. */
export function created(text: string): string[] {
  return names(text, CREATES)
}

/** Tables a normalised statement changes: rows, columns or indexes. */
export function written(text: string): string[] {
  return [...names(text, WRITES), ...names(text, ALTERS), ...names(text, INDEXES)]
}

/** Tables and views a normalised statement reads. Function calls in `from` are not tables. */
export function read(text: string): string[] {
  const sources = [...text.replace(NOT_A_SOURCE, '').matchAll(FROM)].flatMap(match => splitList(match[1] ?? ''))
  return sources
    .map(s => s.replace(/^(?:only|lateral) /, ''))
    .flatMap(s => /^([a-z_][\w.]*)(?!\w|\s*\()/.exec(s)?.slice(1, 2) ?? [])
    .map(bare)
}

/** Tables a normalised statement points to by foreign key. */
export function pointed(text: string): string[] {
  return names(text, POINTS)
}
