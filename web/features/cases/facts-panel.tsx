import { ActionIcon, Anchor } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseCard } from '../../../src/cases/contract.ts'
import type { CaseCommand } from '../../../src/cases/states.ts'
import { useCentre } from '../../app/centre-context.ts'
import { Fact, Facts, Section } from '../../ui/page.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { caseNames } from './case-names.ts'
import { caseWords } from './case-words.ts'
import styles from './case.module.css'
import { tellPlace } from './worklist-columns.tsx'

/** What is known of the case, with a pencil where this person may change it. */
export function FactsPanel(props: { card: CaseCard; onAct: (command: CaseCommand) => void }) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  const when = useWhen()
  const { card } = props
  const topic = [card.topicGroup?.name, card.topic?.name].filter(Boolean).join(' / ')
  const place = tellPlace(card)
  const editable = (name: string, command: CaseCommand, value: ReactNode) => {
    const may = card.allowed.some((verdict) => verdict.command === command && verdict.allowed)
    return (
      <Fact name={name}>
        <span className={styles.factLine}>
          <span>
            {value === '' || value === undefined ? <span className="quiet">{t('notSet')}</span> : value}
          </span>
          {may ? (
            <ActionIcon size={24} aria-label={t('change', { name })} onClick={() => props.onAct(command)}>
              <IconPencil size={14} stroke={1.6} aria-hidden />
            </ActionIcon>
          ) : null}
        </span>
      </Fact>
    )
  }
  return (
    <Section title={t('facts')}>
      <Facts>
        {editable(t('nature'), 'qualify', card.nature === null ? '' : names(`nature.${card.nature}`))}
        {editable(t('gist'), 'set-gist', card.gist)}
        {editable(t('topic'), 'set-topic', topic)}
        {editable(t('place'), 'set-place', place)}
        <Fact name={t('questions')}>{card.parts.length}</Fact>
        {editable(t('assignee'), 'assign', card.assignee?.name)}
        <Fact name={t('organisation')}>{card.organisation?.name}</Fact>
        <Fact name={t('sectorBlock')}>{card.sectorBlock?.name}</Fact>
        <Fact name={t('registeredAt')}>
          <span className="figures">{when.full(card.registeredAt)}</span>
        </Fact>
        {card.promisedOn === null ? null : (
          <Fact name={t('promisedOn')}>
            <span className="figures">{when.day(card.promisedOn)}</span>
          </Fact>
        )}
        {card.closedAt === null ? null : (
          <Fact name={t('closedAt')}>
            <span className="figures">{when.full(card.closedAt)}</span>
          </Fact>
        )}
        {card.mark === null ? null : <Fact name={t('mark')}>{t('markOf', { mark: card.mark })}</Fact>}
        <ExternalFacts card={card} />
        <Fact name={t('edition')}>{card.charterEdition}</Fact>
      </Facts>
      <Parts card={card} />
    </Section>
  )
}

/** Numbers of this and other systems, neighbours, linked cases: shown only where there are any. */
function ExternalFacts({ card }: { card: CaseCard }) {
  const t = useWords(caseWords)
  return (
    <>
      {card.externalNumber === null && card.externalUrl === null ? null : (
        <Fact name={t('externalNumber')}>
          <span className="figures">{card.externalNumber}</span>{' '}
          {card.externalUrl === null ? null : (
            <Anchor size="sm" href={card.externalUrl} target="_blank" rel="noreferrer noopener">
              {t('externalUrl')}
            </Anchor>
          )}
        </Fact>
      )}
      {card.formerNumbers.length === 0 ? null : (
        <Fact name={t('formerNumbers')}>{card.formerNumbers.join(', ')}</Fact>
      )}
      {card.foreignMunicipality === null ? null : <Fact name={t('foreign')}>{card.foreignMunicipality}</Fact>}
      <LinkedCases name={t('joinedInto')} cases={[card.joinedInto]} />
      <LinkedCases name={t('continues')} cases={[card.continues]} />
      <LinkedCases name={t('continuedBy')} cases={card.continuedBy} />
    </>
  )
}

function LinkedCases(props: { name: string; cases: readonly CaseCard['joinedInto'][] }) {
  const centre = useCentre()
  const linked = props.cases.filter((one) => one !== null)
  if (linked.length === 0) return null
  return (
    <Fact name={props.name}>
      {linked.map((one) => (
        <Anchor
          key={one.id}
          size="sm"
          mr={6}
          renderRoot={(root) => (
            <Link to="/$centre/cases/$id" params={{ ...centre.params, id: one.id }} {...root} />
          )}
        >
          {one.number}
        </Anchor>
      ))}
    </Fact>
  )
}

/** The questions of a case that has several. */
function Parts({ card }: { card: CaseCard }) {
  const t = useWords(caseWords)
  const names = useWords(caseNames)
  if (card.parts.length < 2) return null
  return (
    <>
      <h3>{t('parts')}</h3>
      <ol>
        {card.parts.map((part) => (
          <li key={part.id}>
            {part.ordinal}. {part.question}{' '}
            <span className="quiet">
              · {names(`state.${part.state}`)} ·{' '}
              {part.assignee?.name ?? part.organisation?.name ?? t('notSet')}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
