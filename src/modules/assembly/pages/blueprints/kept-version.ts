import type { AnswerOf } from '../../../../ui/client.ts'
import type { showBlueprintVersion } from '../../contract.ts'

/** A version as it is kept, with what was judged of it. */
export type KeptVersion = AnswerOf<typeof showBlueprintVersion>
