import { Button, Group, Textarea } from '@mantine/core'
import type { ReportView, SlotView } from '../../../src/reports/contract.ts'
import { Section } from '../../ui/page.tsx'
import { ErrorNotice, Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { figureWords } from './figure-words.ts'
import styles from './reports.module.css'
import { useAutosave } from './use-autosave.ts'

/** The texts of a report: to write, to read, or to wait for. */
export function Parts(props: { report: ReportView; empty: string }) {
  const { report } = props
  if (report.slots.length === 0) return <p className="quiet">{props.empty}</p>
  return (
    <div className={styles.parts}>
      {report.slots.map((slot) => (
        <Section key={`${slot.part}/${slot.block}`} title={slot.title} aside={<Required slot={slot} />} card>
          {slot.mayWrite ? <Writing reportId={report.id} slot={slot} /> : <Reading slot={slot} />}
        </Section>
      ))}
    </div>
  )
}

function Required({ slot }: { slot: SlotView }) {
  const t = useWords(figureWords)
  return slot.required ? <span className="quiet small">{t('required')}</span> : null
}

function Reading({ slot }: { slot: SlotView }) {
  const t = useWords(figureWords)
  const when = useWhen()
  if (slot.text === '')
    return (
      <p className="quiet">
        {t('empty')}. {slot.people.length > 0 ? t('people', { names: slot.people.join(', ') }) : t('nobody')}
      </p>
    )
  return (
    <>
      <p className={styles.text}>{slot.text}</p>
      {slot.author === null || slot.writtenAt === null ? null : (
        <p className="quiet small">{t('written', { at: when.short(slot.writtenAt), author: slot.author })}</p>
      )}
    </>
  )
}

function Writing(props: { reportId: string; slot: SlotView }) {
  const t = useWords(figureWords)
  const when = useWhen()
  const { slot } = props
  const saved = useAutosave(props.reportId, slot)
  const told = () => {
    if (saved.state === 'saving') return t('saving')
    if (saved.state === 'unsaved') return t('unsaved')
    if (slot.author === null || slot.writtenAt === null)
      return `${t('empty')}. ${slot.people.length > 0 ? t('people', { names: slot.people.join(', ') }) : t('who', { who: slot.who })}`
    return t('written', { at: when.short(slot.writtenAt), author: slot.author })
  }
  return (
    <>
      <Textarea
        aria-label={slot.title}
        placeholder={slot.hint ?? ''}
        value={saved.text}
        autosize
        minRows={3}
        maxRows={18}
        maxLength={20_000}
        onChange={(event) => saved.change(event.currentTarget.value)}
        onBlur={saved.saveNow}
      />
      {saved.theirs === null ? null : (
        <Notice tone="amber" live>
          <p>{t('theirs')}</p>
          <blockquote className={styles.text}>{saved.theirs === '' ? t('empty') : saved.theirs}</blockquote>
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={saved.keepMine}>
              {t('keepMine')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={saved.takeTheirs}>
              {t('takeTheirs')}
            </Button>
          </Group>
        </Notice>
      )}
      <ErrorNotice error={saved.theirs === null ? saved.error : null} />
      <p className="quiet small" role="status">
        {told()}
      </p>
    </>
  )
}
