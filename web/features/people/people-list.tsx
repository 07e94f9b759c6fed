import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Person } from '../../../src/people/contract.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import type { Named } from '../../ui/code-select.tsx'
import { type RecordColumn, RecordTable } from '../../ui/record-table.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { FactorMark } from './factor-mark.tsx'
import styles from './people.module.css'
import { peopleWords } from './people-words.ts'

export type PersonAct = 'edit' | 'password' | 'factor' | 'place'

/** People of the centre in a table, with what may be done with each. */
export function PeopleList(props: {
  people: readonly Person[]
  /** Codes of roles of which the charter demands a second factor. */
  demanding: ReadonlySet<string>
  sectorBlocks: readonly Named[]
  organisations: readonly Named[]
  /** Whose place nobody changes themselves: the own one. */
  ownStaffId: string
  mayManage: boolean
  onAct: (act: PersonAct, person: Person) => void
}) {
  const t = useWords(peopleWords)
  const when = useWhen()
  const { sectorBlocks, organisations, demanding, ownStaffId, mayManage, onAct } = props
  const columns = useMemo((): RecordColumn<Person>[] => {
    const nameIn = (list: readonly Named[], code: string | null) =>
      code === null ? '' : (list.find((one) => one.code === code)?.name ?? code)
    return [
      {
        key: 'person',
        title: t('person'),
        lead: true,
        cell: (person) => (
          <>
            {person.name}
            {person.staffId === ownStaffId ? <span className={styles.own}> · {t('own')}</span> : null}
            {person.position === '' ? null : <span className={styles.under}>{person.position}</span>}
          </>
        ),
      },
      { key: 'role', title: t('role'), width: '19%', cell: (person) => person.roleName },
      {
        key: 'block',
        title: t('blockAndOrganisation'),
        width: '22%',
        cell: (person) =>
          [nameIn(sectorBlocks, person.sectorBlock), nameIn(organisations, person.organisation)]
            .filter(Boolean)
            .join(' · '),
      },
      { key: 'login', title: t('login'), width: '12%', cell: (person) => person.access?.login ?? '' },
      {
        key: 'state',
        title: t('state'),
        width: '15%',
        cell: (person) => (
          <>
            <SignInState person={person} />
            {person.active && person.access !== null ? (
              <FactorMark isOn={person.access.secondFactor} isDemanded={demanding.has(person.role)} />
            ) : null}
          </>
        ),
      },
      {
        key: 'seen',
        title: t('lastSeen'),
        width: '110px',
        quiet: true,
        cell: (person) => {
          const at = person.access?.lastSeenAt ?? null
          return at === null ? t('never') : <span className="figures">{when.short(at)}</span>
        },
      },
      {
        key: 'acts',
        title: '',
        width: '34px',
        corner: true,
        cell: (person) =>
          person.staffId === ownStaffId || !mayManage ? null : <PersonMenu person={person} onAct={onAct} />,
      },
    ]
  }, [t, when, sectorBlocks, organisations, demanding, ownStaffId, mayManage, onAct])
  return (
    <RecordTable
      label={t('people')}
      rows={props.people}
      rowKey={(person) => person.staffId}
      columns={columns}
      isFaded={(person) => !person.active}
    />
  )
}

function SignInState({ person }: { person: Person }) {
  const t = useWords(peopleWords)
  const when = useWhen()
  const { access } = person
  const told = (): [Tone, string] => {
    if (!person.active) return ['gray', t('state.former')]
    if (access?.blocked === true) return ['red', t('state.blocked')]
    if (access?.lockedUntil && access.lockedUntil > new Date().toISOString())
      return ['amber', t('state.locked', { at: when.time(access.lockedUntil) })]
    if (access?.mustChangePassword === true) return ['amber', t('state.oneTime')]
    return ['green', t('state.active')]
  }
  const [tone, words] = told()
  return (
    <Badge tone={tone} dot title={words}>
      {words}
    </Badge>
  )
}

function PersonMenu(props: { person: Person; onAct: (act: PersonAct, person: Person) => void }) {
  const t = useWords(peopleWords)
  const { person, onAct } = props
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('actionsFor', { name: person.name })} size={26}>
          <IconDots size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {person.active ? (
          <>
            <Menu.Item onClick={() => onAct('edit', person)}>{t('edit')}</Menu.Item>
            <Menu.Item onClick={() => onAct('password', person)}>{t('givePassword')}</Menu.Item>
            {person.access?.secondFactor === true ? (
              <Menu.Item onClick={() => onAct('factor', person)}>{t('resetFactor')}</Menu.Item>
            ) : null}
            <Menu.Divider />
          </>
        ) : null}
        <Menu.Item onClick={() => onAct('place', person)}>
          {t(person.active ? 'takePlace' : 'giveBack')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
