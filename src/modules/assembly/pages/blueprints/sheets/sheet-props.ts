import type { AnswerOf } from '../../../../../ui/client.ts'
import type { BlueprintBody, checkBlueprint } from '../../../contract.ts'

export type Supply = AnswerOf<typeof checkBlueprint>['supply']
/** What a part of the editor gets: the blueprint as it stands, what the bank has for it, and how to change it. */
export type SheetProps = {
  readonly body: BlueprintBody
  readonly supply: Supply
  readonly onChange: (change: Partial<BlueprintBody>) => void
}
