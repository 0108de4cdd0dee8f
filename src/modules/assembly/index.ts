export { type FormOrder, assembleForm } from './actions/assemble-form.ts'
export { packageOfForm } from './actions/form-facts.ts'
