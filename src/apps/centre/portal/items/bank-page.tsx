import { reviewOf } from '../../../../modules/interactions/pages/registry.ts'
import '../../../../modules/interactions/pages/interactions.css'
import { ItemBankPage } from '../../../../modules/item-bank/pages/item-bank-page.tsx'
import type { ItemPreviewProps } from '../../../../modules/item-bank/pages/item-detail.tsx'

/** The item bank, with the views of the interactions in which its items are shown. */
export function BankPage() {
  return <ItemBankPage Preview={Preview} />
}

function Preview({ type, content, answerKey }: ItemPreviewProps) {
  const Review = reviewOf(type)
  return <Review content={content} response={null} answerKey={answerKey} score={null} />
}
