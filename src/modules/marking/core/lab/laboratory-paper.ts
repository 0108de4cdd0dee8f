import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type PackageItem, type PaperPackage, itemsOf } from '../../../delivery/contract.ts'

/** The items of a paper that are worked on in the laboratory. */
export function laboratoryItems(paper: PaperPackage): readonly PackageItem[] {
  return itemsOf(paper).filter(item => item.type === 'lab-task')
}

/** A practical paper without work in the laboratory is marked by a person as a whole. Refuses `paper-by-hand`. */
export function markedByMachine(paper: PaperPackage): Result<PaperPackage> {
  return paper.paper === 'practical' && laboratoryItems(paper).length === 0 ? refuse('paper-by-hand') : ok(paper)
}
