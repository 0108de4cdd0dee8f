import { type EditionLevel, allEditions, weightTables } from '../../../standard/contract.ts'

/** A level (and work type) with a theory weight table, as a person chooses it. `key` is `L4` or `L3:跨境电子商务`. */
export type LevelChoice = { readonly key: string; readonly level: string; readonly workType: string | null; readonly name: string }
/** An edition with its levels that have a theory paper. */
export type EditionChoice = { readonly editionId: string; readonly title: string; readonly levels: readonly LevelChoice[] }

/** Every edition and level for which a theory paper can be thought of, newest edition last, lower levels first. */
export function levelChoices(): readonly EditionChoice[] {
  return allEditions().flatMap(edition => {
    const levels = weightTables(edition)
      .filter(table => table.part === 'theory')
      .flatMap(({ key }): LevelChoice[] => {
        const [level = '', workType = null] = key.split(':')
        const known = edition.levels.find(each => each.code.value === level)
        return known === undefined ? [] : [{ key, level, workType, name: nameOf(known, workType) }]
      })
    return levels.length === 0 ? [] : [{ editionId: edition.id, title: edition.title.value, levels }]
  })
}

/** The same editions with each level once, however many work types it is divided into: a specification table is one for a level. */
export function placeChoices(): readonly EditionChoice[] {
  return levelChoices().map(({ levels, ...edition }) => {
    const once = levels.filter((each, at) => levels.findIndex(other => other.level === each.level) === at)
    return {
      ...edition,
      levels: once.map(({ level }) => ({ key: level, level, workType: null, name: levelNameOf(edition.editionId, level) })),
    }
  })
}

function levelNameOf(editionId: string, level: string): string {
  const known = allEditions()
    .find(edition => edition.id === editionId)
    ?.levels.find(each => each.code.value === level)
  return known === undefined ? level : nameOf(known, null)
}

const LEVEL_WORDS = ['', '一级', '二级', '三级', '四级', '五级']

/** `电子商务员（四级）`, `三级/高级工（网商）`: the level is added where the name itself does not tell it. */
function nameOf(level: EditionLevel, workType: string | null): string {
  const name = level.name.value
  const levelWord = /[一二三四五]级/.test(name) ? '' : (LEVEL_WORDS[level.nationalGrade.value ?? 0] ?? '')
  const added = [levelWord, workType ?? ''].filter(note => note !== '').join('，')
  return added === '' ? name : `${name}（${added}）`
}
