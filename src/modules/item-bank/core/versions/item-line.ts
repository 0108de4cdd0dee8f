import type { VersionState } from './states.ts'

/** A version of an item as far as its state goes. */
type InLine = { readonly itemVersionId: string; readonly state: VersionState }

/**
 * All versions of an item after one of them has come to a new state. A version that becomes operational takes the place of the one
 * before it, which is retired in the same breath: there is never a second one.
 */
export function lineAfter<Version extends InLine>(
  line: readonly Version[],
  itemVersionId: string,
  state: VersionState,
): readonly Version[] {
  return line.map(version => {
    if (version.itemVersionId === itemVersionId) return { ...version, state }
    return state === 'operational' && version.state === 'operational' ? { ...version, state: 'retired' as const } : version
  })
}

/** The versions that a step retires beside the one it is taken with. */
export function replacedBy(line: readonly InLine[], itemVersionId: string, state: VersionState): readonly string[] {
  const after = lineAfter(line, itemVersionId, state)
  return line.flatMap((version, at) =>
    version.itemVersionId !== itemVersionId && after[at]?.state !== version.state ? [version.itemVersionId] : [],
  )
}
