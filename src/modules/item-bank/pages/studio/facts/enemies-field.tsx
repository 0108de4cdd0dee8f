import { Select } from 'antd'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { useAct, useRead } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { setEnemies, showVersion } from '../../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { FactField } from './fact-field.tsx'

const CODE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+){2,4}$/

/** Items that must not stand in one form with this one; kept at once, since they belong to the item and not to its draft. */
export function EnemiesField({ itemId, itemVersionId }: { readonly itemId: string; readonly itemVersionId: string }) {
  const words = useWords(zh, en).facts
  const known = useRead(showVersion, { params: { itemVersionId } })
  const { act, busy, refusal } = useAct(setEnemies, [showVersion])
  const change = (codes: readonly string[]) =>
    void act({ params: { itemId }, body: { codes: codes.map(code => code.trim().toUpperCase()).filter(code => CODE.test(code)) } })
  return (
    <FactField label={words.enemies} path="enemies" faults={[]} note={words.enemiesNote}>
      <Select
        aria-label={words.enemies}
        mode="tags"
        open={false}
        suffixIcon={null}
        loading={busy || known.isPending}
        value={known.data?.enemies ?? []}
        placeholder={words.enemiesHint}
        tokenSeparators={[' ', ',', '，', '、']}
        onChange={change}
      />
      <RefusalNote refusal={refusal} />
    </FactField>
  )
}
