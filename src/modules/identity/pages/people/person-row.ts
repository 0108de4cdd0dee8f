import type { AnswerOf } from '../../../../ui/client.ts'
import type { listPeople } from '../../contract.ts'

/** A person as the list of people shows them. */
export type PersonRow = AnswerOf<typeof listPeople>['people'][number]
/** A place a scope can name, for people to choose instead of typing its code. */
export type Place = { readonly code: string; readonly name: string }
