import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { urlOf } from '../../../../../ui/client.ts'
import { showBytes } from '../../../../../ui/format.ts'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import { downloadResult } from '../../../contract.ts'
import { useHall } from '../desk/hall.ts'
import type { Results } from './result-page.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The package as a file. A plain link, so that the browser writes it to the stick as it comes and shows how far it is. */
export function CarryStep({ latest }: { readonly latest: Results['results'][number] | undefined }) {
  const words = useWords(zh, en).carry
  const language = useLanguage()
  const { sitting } = useHall()
  if (!latest) return <p className="z-note">{words.none}</p>
  const address = urlOf(downloadResult, { params: { sittingId: sitting.sittingId, resultId: latest.resultId } })
  return (
    <>
      <p>{words.what}</p>
      <a className="z-button z-button-primary" href={address} download={latest.fileName}>
        <Icon name="download" size={16} />
        {words.download}
        <span>{showBytes(latest.byteLength, language)}</span>
      </a>
    </>
  )
}
