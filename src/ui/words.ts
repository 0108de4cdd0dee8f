import { fillText } from '../kernel/refusal-catalogue.ts'
import type { RefusalFacts } from '../kernel/result.ts'
import { useEffect, useState } from './hooks.ts'

/** Chinese is the source; English is second. */
export type Language = 'zh' | 'en'

/** A tree of texts. `{name}` in a text is a place that `fill` fills. */
export type Words = { readonly [key: string]: string | Words }
/** What `words.en.ts` must be: the same keys as `words.zh.ts`, no more, no fewer. */
export type SameKeys<W> = { readonly [K in keyof W]: W[K] extends string ? string : SameKeys<W[K]> }

const STORED_AS = 'zh_lang'
const listeners = new Set<() => void>()
let current: Language | undefined

/** The person's language: what was chosen last on this machine, else Chinese. */
export function currentLanguage(): Language {
  current ??= globalThis.localStorage?.getItem(STORED_AS) === 'en' ? 'en' : 'zh'
  return current
}

/** Switches at once, and remembers: in storage for this browser, in a cookie for what the server renders. */
export function setLanguage(language: Language): void {
  current = language
  globalThis.localStorage?.setItem(STORED_AS, language)
  // oxlint-disable-next-line unicorn/no-document-cookie -- the cookie store is missing in older browsers and over plain HTTP
  if (globalThis.document) document.cookie = `${STORED_AS}=${language}; path=/; max-age=31536000; samesite=lax`
  markDocument()
  for (const listener of listeners) listener()
}

/** Sets the `lang` of the document, which screen readers and line breaking follow; called once at start. */
export function markDocument(): void {
  if (globalThis.document) document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en'
}

export function useLanguage(): Language {
  const [language, follow] = useState(currentLanguage)
  useEffect(() => {
    const listener = () => follow(currentLanguage())
    listeners.add(listener)
    listener()
    return () => void listeners.delete(listener)
  }, [])
  return language
}

/** The words of a module in the person's language: `const words = useWords(zh, en)`. */
export function useWords<const W extends Words>(zh: W, en: SameKeys<W>): SameKeys<W> {
  return useLanguage() === 'zh' ? (zh as SameKeys<W>) : en
}

/** Fills the `{name}` places of a text. */
export function fill(text: string, facts: RefusalFacts): string {
  return fillText(text, facts)
}

/** What is wrong with a pair of word files: keys only on one side, blank texts, places that differ. Empty when they match. */
export function wordFaults(zh: Words, en: Words, at = ''): string[] {
  const keys = new Set([...Object.keys(zh), ...Object.keys(en)])
  return [...keys].flatMap(key => pairFaults(zh[key], en[key], at ? `${at}.${key}` : key))
}

function pairFaults(zh: string | Words | undefined, en: string | Words | undefined, at: string): string[] {
  if (zh === undefined) return [`${at}: no Chinese`]
  if (en === undefined) return [`${at}: no English`]
  if (typeof zh !== 'string') return typeof en === 'string' ? [`${at}: text against tree`] : wordFaults(zh, en, at)
  if (typeof en !== 'string') return [`${at}: text against tree`]
  if (zh.trim() === '' || en.trim() === '') return [`${at}: blank`]
  if (places(zh) !== places(en)) return [`${at}: places ${places(zh)} against ${places(en)}`]
  return /\p{Script=Han} +[A-Za-z0-9{]|[A-Za-z0-9}] +\p{Script=Han}/u.test(zh) ? [`${at}: a typed space between Chinese and Latin`] : []
}

function places(text: string): string {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(m => m[1]))].toSorted().join(',')
}
