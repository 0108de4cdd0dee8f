import { instant } from '../../../../../kernel/instant.ts'
import { FileButton } from '../../../../../ui/components/form/file-button.tsx'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { showInstant } from '../../../../../ui/format.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { readResults, takeReceipt } from '../../../contract.ts'
import { newActId } from '../desk/act-id.ts'
import { useHall } from '../desk/hall.ts'
import type { Results } from './results.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The centre's word that it holds everything. */
export function ReceiptStep({ results }: { readonly results: Results }) {
  const words = useWords(zh, en).receipt
  const language = useLanguage()
  const { sitting } = useHall()
  const { act, busy, refusal } = useAct(takeReceipt, [readResults])
  const latest = results.results[0]
  const time = (at: number) => showInstant(instant(at), language)
  if (results.receipt) return <p>{fill(words.have, { time: time(results.receipt.receivedAt), from: time(results.receipt.purgeFrom) })}</p>
  if (!latest) return <p className="z-note">{words.what}</p>
  const take = async (file: File) => {
    const params = { sittingId: sitting.sittingId, resultId: latest.resultId }
    const reply = await act({ params, body: { actId: newActId(), receipt: (await file.text()).slice(0, MOST_SIGNS) } })
    if (reply.ok) notice(words.done)
  }
  return (
    <>
      <p>{words.what}</p>
      <div className="h-import">
        <FileButton accept=".json,application/json" disabled={busy} onFile={file => void take(file)}>
          <Icon name="upload" size={16} />
          {words.choose}
        </FileButton>
        <RefusalNote refusal={refusal} what={words.refused} />
      </div>
    </>
  )
}

/** A receipt is a few hundred signs; whatever is longer is another file, and is refused as such by the server. */
const MOST_SIGNS = 8_000
