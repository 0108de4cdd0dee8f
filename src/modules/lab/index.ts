export { labEngine, labValidators } from './actions/engine.ts'
