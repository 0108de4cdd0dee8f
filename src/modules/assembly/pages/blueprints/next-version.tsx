import { Button } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../ui/words.ts'
import { listBlueprints, makeNextBlueprint, showBlueprint, showBlueprintVersion } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** A new draft from an approved version; a field that the address asks for stays asked for. */
export function NextVersion({ versionId, isSmall = false }: { readonly versionId: string; readonly isSmall?: boolean }) {
  const words = useWords(zh, en).version
  const navigate = useNavigate()
  const { hash } = useLocation()
  const { act, busy, refusal } = useAct(makeNextBlueprint, [showBlueprintVersion, showBlueprint, listBlueprints])
  const next = async () => {
    const reply = await act({ params: { blueprintVersionId: versionId }, body: {} })
    if (!reply.ok) return
    notice(words.nextDone)
    void navigate({ search: `?version=${reply.value.version.blueprintVersionId}`, hash }, { replace: true })
  }
  return (
    <>
      <Button loading={busy} size={isSmall ? 'small' : 'medium'} onClick={() => void next()}>
        {words.next}
      </Button>
      <RefusalNote refusal={refusal} what={words.nextRefused} />
    </>
  )
}
