export { readExchange } from './actions/exchange/read-exchange.ts'
export { writeExchange } from './actions/exchange/write-exchange.ts'
export {
  type UseKind,
  enemiesOf,
  enterStatistics,
  itemVersionsOf,
  keysOf,
  labReleasesOf,
  mediaOfVersions,
  operationalItems,
  publicContentsOf,
  recordExposure,
  statisticsOf,
  stimuliOf,
} from './actions/facts/item-facts.ts'
export { type TaskOrder, enterTasks } from './actions/lab/enter-tasks.ts'
export { indexContents } from './actions/files/index-contents.ts'
export { type LintReport, lintFiles } from './actions/files/lint-files.ts'
export { type ItemFile, type LoadedItems, loadItems } from './actions/files/load-items.ts'
export { type LoadedSpecification, type SpecificationFile, loadSpecification } from './actions/files/load-specification.ts'
