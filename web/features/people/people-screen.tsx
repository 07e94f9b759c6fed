import { Button, Checkbox } from '@mantine/core'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Person } from '../../../src/people/contract.ts'
import { useCentre } from '../../app/centre-context.ts'
import { CodeSelect } from '../../ui/code-select.tsx'
import { FilterBar, QuickViews } from '../../ui/filter-bar.tsx'
import { FindBox } from '../../ui/find-box.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { PasswordShown } from './password-shown.tsx'
import { PeopleList, type PersonAct } from './people-list.tsx'
import { peopleQuery } from './people-queries.ts'
import type { PeopleSearch } from './people-search.ts'
import { peopleWords } from './people-words.ts'
import styles from './people.module.css'
import { GivePasswordDialog, PersonFactorDialog, PlaceDialog } from './person-dialogs.tsx'
import { PersonForm } from './person-form.tsx'
import { RolesMatrix } from './roles-matrix.tsx'

type Doing = { act: 'add' } | { act: PersonAct; person: Person }
const nothing = () => {}

/** People of the centre and what their roles let them do. */
export function PeopleScreen() {
  const t = useWords(peopleWords)
  const centre = useCentre()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/$centre/people' })
  const list = useQuery(peopleQuery(centre.slug))
  const [doing, setDoing] = useState<Doing | null>(null)
  const [password, setPassword] = useState<{ name: string; password: string } | null>(null)
  const part = search.part ?? 'people'

  const go = (next: PeopleSearch) =>
    void navigate({ to: '/$centre/people', params: centre.params, search: next })
  const change = (change: Partial<PeopleSearch>) => go({ ...search, ...change })
  const close = () => setDoing(null)
  const showPassword = (name: string, told: string) => {
    close()
    setPassword({ name, password: told })
  }

  const body = () => {
    if (list.isPending) return <LoadingState />
    if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
    const { people, roles, sectorBlocks, organisations } = list.data
    if (part === 'roles') {
      return (
        <>
          <Notice tone="gray">
            {t('rolesIntro')}{' '}
            {centre.may('charter.read') ? (
              <Link to="/$centre/charter" params={centre.params} search={{ part: 'roles' }}>
                {t('toCharter')}
              </Link>
            ) : null}
          </Notice>
          <RolesMatrix
            roles={roles}
            countOf={(role) => people.filter((person) => person.active && person.role === role).length}
          />
        </>
      )
    }
    const shown = people.filter((person) => isShown(person, search))
    return (
      <>
        <FilterBar inForce={[]} onRemove={nothing} onReset={() => go({})}>
          <span className={styles.find}>
            <FindBox
              label={t('find')}
              placeholder={t('findHint')}
              value={search.words ?? ''}
              onFind={(words) => change({ words })}
            />
          </span>
          <CodeSelect
            aria-label={t('role')}
            placeholder={t('anyRole')}
            className={styles.select ?? ''}
            options={roles}
            value={search.role ?? null}
            onChange={(role) => change({ role: role ?? undefined })}
          />
          <CodeSelect
            aria-label={t('sectorBlock')}
            placeholder={t('anyBlock')}
            className={styles.select ?? ''}
            options={sectorBlocks}
            value={search.block ?? null}
            onChange={(block) => change({ block: block ?? undefined })}
          />
          <Checkbox
            label={t('former')}
            checked={search.former === 'true'}
            onChange={(event) => change({ former: event.currentTarget.checked ? 'true' : undefined })}
          />
          <span className={`${styles.total} figures`} role="status">
            {t('found', { count: shown.length })}
          </span>
        </FilterBar>
        {shown.length === 0 ? (
          <EmptyState icon={IconUsers} title={t('noneTitle')} hint={t('noneHint')}>
            <Button variant="default" onClick={() => go({})}>
              {t('clear')}
            </Button>
          </EmptyState>
        ) : (
          <PeopleList
            people={shown}
            demanding={demandingOf(roles)}
            sectorBlocks={sectorBlocks}
            organisations={organisations}
            ownStaffId={centre.staffId}
            mayManage={centre.may('people.manage')}
            onAct={(act, person) => setDoing({ act, person })}
          />
        )}
        {doing?.act === 'add' || doing?.act === 'edit' ? (
          <PersonForm
            person={doing.act === 'edit' ? doing.person : null}
            roles={roles}
            sectorBlocks={sectorBlocks}
            organisations={organisations}
            onAdded={showPassword}
            onClose={close}
          />
        ) : null}
      </>
    )
  }
  return (
    <Page
      title={t('title')}
      actions={
        part === 'people' && centre.may('people.manage') ? (
          <Button
            leftSection={<IconUserPlus size={15} stroke={1.8} aria-hidden />}
            onClick={() => setDoing({ act: 'add' })}
            disabled={list.data === undefined}
          >
            {t('add')}
          </Button>
        ) : undefined
      }
    >
      <QuickViews
        label={t('parts')}
        value={part}
        onChange={(key) => go(key === 'roles' ? { part: 'roles' } : {})}
        views={[
          { key: 'people', title: t('people') },
          { key: 'roles', title: t('roles') },
        ]}
      />
      {body()}
      {doing?.act === 'password' ? (
        <GivePasswordDialog
          person={doing.person}
          onGiven={(told) => showPassword(doing.person.name, told)}
          onClose={close}
        />
      ) : null}
      {doing?.act === 'factor' ? <PersonFactorDialog person={doing.person} onClose={close} /> : null}
      {doing?.act === 'place' ? <PlaceDialog person={doing.person} onClose={close} /> : null}
      {password === null ? null : <PasswordShown {...password} onClose={() => setPassword(null)} />}
    </Page>
  )
}

function demandingOf(roles: readonly { code: string; secondFactor: boolean }[]): ReadonlySet<string> {
  return new Set(roles.filter((role) => role.secondFactor).map(({ code }) => code))
}

function isShown(person: Person, search: PeopleSearch): boolean {
  const words = (search.words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const told = [person.name, person.position, person.access?.login ?? ''].join(' ').toLowerCase()
  return (
    (person.active || search.former === 'true') &&
    (search.role === undefined || person.role === search.role) &&
    (search.block === undefined || person.sectorBlock === search.block) &&
    words.every((word) => told.includes(word))
  )
}
