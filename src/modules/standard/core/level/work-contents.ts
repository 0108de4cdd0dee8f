import type { ResolvedEdition } from '../resolve.ts'

/** A 工作内容 of an edition under the number results name it by: `L4-1.2` is the second one of the first 职业功能 of L4. */
export type WorkContent = { readonly code: string; readonly function: string; readonly name: string }

/**
 * The 工作内容 common to a level, in the order of the edition; those of one work type alone are left out. Numbers count by place, as
 * printed standards do.
 */
export function workContents(edition: Pick<ResolvedEdition, 'functions'>, level: string): readonly WorkContent[] {
  return edition.functions
    .filter(each => each.level === level && each.workType === undefined)
    .flatMap((each, f) => each.tasks.map((task, t) => ({ code: `${level}-${f + 1}.${t + 1}`, function: each.function, name: task.name })))
}

/** One 工作内容 by its number; undefined where the edition has none of that number. */
export function findWorkContent(edition: Pick<ResolvedEdition, 'functions'>, code: string): WorkContent | undefined {
  return workContents(edition, code.split('-')[0] ?? '').find(each => each.code === code)
}
