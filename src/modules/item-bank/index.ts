export { itemVersionsOf, keysOf, operationalItems, publicContentsOf, recordExposure } from './actions/item-facts.ts'
export { type ItemFile, type LoadedItems, loadItems } from './actions/load-items.ts'
