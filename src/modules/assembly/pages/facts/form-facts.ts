import type { AnswerOf } from '../../../../ui/client.ts'
import type { showFormFacts } from '../../contract.ts'

/** What is known of a form, as the server tells it. */
export type FormFacts = AnswerOf<typeof showFormFacts>['facts']
export type Place = FormFacts['places'][number]
