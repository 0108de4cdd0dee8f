import { createElement } from 'react'
import { interactionOf } from '../../../../modules/interactions/contract.ts'
import { reviewOf } from '../../../../modules/interactions/pages/registry.ts'
import '../../../../modules/interactions/pages/interactions.css'
import { ItemBankPage } from '../../../../modules/item-bank/pages/item-bank-page.tsx'
import type { ItemPreviewProps } from '../../../../modules/item-bank/pages/item-detail.tsx'

/** The item bank, with the views of the interactions in which its items are shown. */
export function BankPage() {
  return <ItemBankPage Preview={Preview} />
}

/** Shown with its key as the response, so that the right options stand out. */
function Preview({ type, content, answerKey }: ItemPreviewProps) {
  const response = interactionOf(type).keyResponse(content, answerKey)
  return createElement(reviewOf(type), { content, response, answerKey, score: null })
}
