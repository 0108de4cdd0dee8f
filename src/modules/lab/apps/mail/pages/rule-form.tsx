import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { FieldSpec } from '../../../pages/parts/spec-field.tsx'
import type { Box, PartProps, Rule } from './view.ts'
import { words as all } from './words.ts'

const words = all.rules
const FIELDS = Object.keys(words.fields)
type Props = PartProps & { readonly box: Box; readonly rule: Rule | null; readonly onDone: () => void }

function fieldsOf(rule: Rule | null, box: Box): readonly FieldSpec[] {
  return [
    { name: 'name', zh: words.name, first: rule?.name ?? '' },
    ...FIELDS.map(field => ({
      name: field,
      zh: fill(words.fieldHas, { field: words.fields[field] ?? field }),
      first: rule?.conditions.find(c => c.field === field)?.has ?? '',
    })),
    {
      name: 'folder',
      zh: words.folder,
      kind: 'choice',
      first: rule?.folder ?? '',
      choices: [['', words.keep], ...box.folders.map(folder => [folder, folder] as const)],
    },
    { name: 'forward', zh: words.forward, first: rule?.forward ?? '' },
    { name: 'star', zh: words.star, kind: 'check', first: rule?.star === true ? 'yes' : '' },
  ]
}

/** A new rule, or one that is changed. Every line that is filled is a condition; a line left empty is none. */
export function RuleForm(props: Props) {
  const { rule, box, onDone } = props
  const title = rule === null ? words.fresh : fill(words.editing, { name: rule.name })
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <CommandForm
        {...props}
        name={title}
        type="mail.rule.save"
        fields={fieldsOf(rule, box)}
        data={v => ({
          id: rule?.id ?? null,
          name: (v['name'] ?? '').trim(),
          conditions: FIELDS.map(field => ({ field, has: (v[field] ?? '').trim() })).filter(c => c.has !== ''),
          folder: v['folder'] === '' ? null : (v['folder'] ?? null),
          star: v['star'] === 'yes',
          forward: (v['forward'] ?? '').trim() === '' ? null : (v['forward'] ?? '').trim(),
        })}
        submit={words.save}
        onDone={onDone}
      />
      {rule !== null && (
        <p>
          <button type="button" className="z-link" onClick={onDone}>
            {words.back}
          </button>
        </p>
      )}
    </section>
  )
}
