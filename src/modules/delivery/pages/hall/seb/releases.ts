import type { BodyOf } from '../../../../../kernel/endpoint.ts'
import type { prepareSebAtHall } from '../../../contract.ts'

type Release = BodyOf<typeof prepareSebAtHall>['releases'][number]
const LINE = /^(windows|macos|ios)\s+(\S{1,40})\s+([0-9a-f]{64})$/i

/** Releases as they were typed, one a line; `wrong` names the lines (from 1) that are none. */
export function readReleases(typed: string): { readonly releases: readonly Release[]; readonly wrong: readonly number[] } {
  const releases: Release[] = []
  const wrong: number[] = []
  for (const [at, line] of typed.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, system, release, key] = LINE.exec(line.trim()) ?? []
    if (system === undefined || release === undefined || key === undefined) wrong.push(at + 1)
    else releases.push({ system: system.toLowerCase() as Release['system'], release, key: key.toLowerCase() })
  }
  return { releases, wrong }
}

/** Addresses as they were typed, one a line, without a slash at the end. */
export function readOrigins(typed: string): string[] {
  return typed
    .split('\n')
    .map(line => line.trim().replace(/\/+$/, ''))
    .filter(line => line !== '')
}

/** A digest in groups of eight, as it is compared by eye. */
export function digestGroups(digest: string): string {
  return (digest.match(/.{1,8}/g) ?? []).join(' ')
}
