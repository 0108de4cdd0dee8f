import type { Scope } from '../../../../kernel/actor.ts'
import type { zh } from '../words.zh.ts'

type Words = { readonly people: { readonly scope: { readonly [Kind in keyof typeof zh.people.scope]: string } } }
type Place = { readonly code: string; readonly name: string }

/** A scope in words: 全国, 省91, or the name of the institution where it is known. */
export function reachText(scope: Scope, words: Words, places: readonly Place[]): string {
  const name = words.people.scope[scope.kind]
  if (scope.kind === 'nation' || scope.kind === 'person') return name
  const code = scope.kind === 'province' ? scope.province : scope.kind === 'institution' ? scope.institution : scope.site
  return places.find(place => place.code === code)?.name ?? `${name}${code}`
}
