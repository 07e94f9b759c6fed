import { Button, Group, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { DropZone } from '../../ui/drop-zone.tsx'
import { type RecordColumn, RecordTable } from '../../ui/record-table.tsx'
import { ErrorNotice, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { charterWords } from './charter-words.ts'
import styles from './charter.module.css'
import { CheckFindings, type Findings } from './check-findings.tsx'
import { type DraftFiles, type FileFault, type FileState, readDropped, statesOf } from './draft-files.ts'
import { kilobytes } from './files-dialog.tsx'

type FileLine = { name: string; state: FileState }

/** Edited files, their check, what would change, and the applying: for a centre's charter and for a new centre alike. */
export function EditionDraft(props: {
  /** Files of the edition in force; none where the centre is new. */
  present: DraftFiles
  check: (files: Record<string, string>) => Promise<Findings>
  apply: (files: Record<string, string>, comment: string) => Promise<{ edition: number }>
  onApplied: (edition: number) => void
  /** What must still be said before checking, e.g. the code of a new centre. */
  blocked?: boolean
}) {
  const t = useWords(charterWords)
  const { present } = props
  const [draft, setDraft] = useState<DraftFiles>(present)
  const [faults, setFaults] = useState<FileFault[]>([])
  const [comment, setComment] = useState('')
  const [checked, setChecked] = useState<DraftFiles | null>(null)
  const check = useMutation({
    mutationFn: (files: DraftFiles) => props.check({ ...files }),
    onSuccess: (_, files) => setChecked(files),
  })
  const apply = useMutation({
    mutationFn: () => props.apply({ ...draft }, comment),
    onSuccess: ({ edition }) => props.onApplied(edition),
  })
  const lines = statesOf(present, draft)
  const isChanged = lines.some((line) => line.state !== 'same')
  const isFresh = check.data !== undefined && checked === draft
  const mayApply =
    isFresh &&
    check.data?.problems.length === 0 &&
    check.data.orphans.length === 0 &&
    check.data.lines.length > 0

  const onFiles = async (files: File[]) => {
    const { taken, faults: found } = await readDropped(files)
    setFaults(found)
    if (Object.keys(taken).length > 0) setDraft((before) => ({ ...before, ...taken }))
  }
  const turn = (line: FileLine) => {
    const { [line.name]: _gone, ...rest } = draft
    const before = present[line.name]
    setDraft(line.state === 'removed' && before !== undefined ? { ...rest, [line.name]: before } : rest)
  }
  return (
    <div className={styles.draft}>
      <DropZone
        title={t('drop')}
        hint={t('dropHint')}
        accept=".yaml,.json"
        onFiles={(files) => void onFiles(files)}
      />
      {faults.map(({ fault, name }) => (
        <Notice key={`${fault} ${name}`} tone="red" live>
          {t(fault, { name })}
        </Notice>
      ))}
      {lines.length === 0 ? null : <DraftTable lines={lines} draft={draft} present={present} onTurn={turn} />}
      <Group gap="sm">
        <Button
          variant={mayApply ? 'default' : 'filled'}
          loading={check.isPending}
          disabled={!isChanged || props.blocked === true}
          onClick={() => check.mutate(draft)}
        >
          {t(check.data === undefined ? 'check' : 'checkAgain')}
        </Button>
        <span className="quiet">
          {isChanged ? (check.data === undefined || isFresh ? '' : t('changedSince')) : t('nothingChanged')}
        </span>
      </Group>
      <ErrorNotice error={check.error} />
      {isFresh && check.data !== undefined ? <CheckFindings findings={check.data} /> : null}
      {mayApply ? (
        <form
          className={styles.apply}
          onSubmit={(event) => {
            event.preventDefault()
            apply.mutate()
          }}
        >
          <TextInput
            label={t('commentLabel')}
            description={t('commentHint')}
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <ErrorNotice error={apply.error} />
          <Group>
            <Button type="submit" loading={apply.isPending}>
              {t('apply')}
            </Button>
          </Group>
        </form>
      ) : null}
    </div>
  )
}

function DraftTable(props: {
  lines: readonly FileLine[]
  draft: DraftFiles
  present: DraftFiles
  onTurn: (line: FileLine) => void
}) {
  const t = useWords(charterWords)
  const { draft, present, onTurn } = props
  const columns = useMemo(
    (): RecordColumn<FileLine>[] => [
      { key: 'file', title: t('file'), lead: true, cell: ({ name }) => name },
      {
        key: 'state',
        title: t('fileState'),
        width: '34%',
        cell: ({ state }) => (
          <span className={state === 'same' ? 'quiet' : styles.touched}>{t(`file.${state}`)}</span>
        ),
      },
      {
        key: 'size',
        title: '',
        width: '90px',
        quiet: true,
        untitled: true,
        cell: ({ name }) => t('size', { count: kilobytes(draft[name] ?? present[name] ?? '') }),
      },
      {
        key: 'turn',
        title: '',
        width: '150px',
        untitled: true,
        cell: (line) => (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t(line.state === 'removed' ? 'restoreOf' : 'removeOf', { name: line.name })}
            onClick={() => onTurn(line)}
          >
            {t(line.state === 'removed' ? 'restore' : 'remove')}
          </Button>
        ),
      },
    ],
    [t, draft, present, onTurn],
  )
  return (
    <RecordTable
      label={t('files')}
      rows={props.lines}
      rowKey={(line) => line.name}
      columns={columns}
      isFaded={(line) => line.state === 'removed'}
    />
  )
}
