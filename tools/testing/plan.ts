import { isTest } from '../read/files.ts'

/** Test files by the way they run. `pure` ones share one process; the others own a process each. */
export type Plan = { readonly pure: readonly string[]; readonly apart: readonly string[]; readonly needsBrowser: boolean }

/** Pure rooms have neither state nor effects, so one process serves all their tests. */
function isPure(file: string): boolean {
  if (/^(?:tools|src\/kernel)\//.test(file)) return true
  const inModule = /^src\/modules\/[^/]+\/(.*)$/.exec(file)?.[1] ?? ''
  if (/^(?:core\/|contract\.test\.)/.test(inModule)) return true
  return /^(?:types|apps|editions|reports|formats)\//.test(inModule) && !/\/(?:pages|store)\//.test(inModule)
}

/** The chosen test files: all of them, or those whose path holds one of the filters. */
export function planOf(files: readonly string[], filters: readonly string[]): Plan {
  const chosen = files
    .filter(isTest)
    .filter(file => filters.length === 0 || filters.some(filter => file.includes(filter.replace(/^\.\//, ''))))
  const pure = chosen.filter(file => isPure(file))
  const apart = chosen.filter(file => !isPure(file))
  return {
    pure,
    apart,
    needsBrowser: apart.some(file => file.startsWith('tests/journeys/') || file.startsWith('src/apps/candidate/exam-client')),
  }
}
