import type { Scope } from '../../../../kernel/actor.ts'
import type { PlaceName } from '../../../../ui/place-names.ts'
import type { zh } from '../words.zh.ts'

type Words = { readonly people: { readonly scope: { readonly [Kind in keyof typeof zh.people.scope]: string } } }

/** A scope in words: 全国, or the name of the province or institution, by its code where the name is not known. */
export function reachText(scope: Scope, words: Words, placeName: PlaceName): string {
  const name = words.people.scope[scope.kind]
  if (scope.kind === 'nation' || scope.kind === 'person') return name
  const code = scope.kind === 'province' ? scope.province : scope.kind === 'institution' ? scope.institution : scope.site
  return placeName(code) ?? `${name}${code}`
}
