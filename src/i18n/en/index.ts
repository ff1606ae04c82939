import { access } from './access';
import { attending } from './attending';
import { attendance } from './attendance';
import { accounts } from './accounts';
import { admin } from './admin';
import { advice } from './advice';
import { adviceReport } from './advice-report';
import { agendaRequests } from './agenda-requests';
import { agendaTemplates } from './agenda-templates';
import { agendas } from './agendas';
import { applications } from './applications';
import { collaboratives } from './collaboratives';
import { comments } from './comments';
import { commitments } from './commitments';
import { common } from './common';
import { composition } from './composition';
import { consentGroup } from './consent-group';
import { cycleDesk } from './cycle-desk';
import { cycles } from './cycles';
import { demo } from './demo';
import { deputies } from './deputies';
import { desk } from './desk';
import { directory } from './directory';
import { topics } from './topics';
import { drafts } from './drafts';
import { eligibility } from './eligibility';
import { errors } from './errors';
import { files } from './files';
import { following } from './following';
import { forms } from './forms';
import { guardian } from './guardian';
import { guests } from './guests';
import { help } from './help';
import { history } from './history';
import { home } from './home';
import { inSession } from './in-session';
import { imports } from './imports';
import { interest } from './interest';
import { lateEntry } from './late-entry';
import { layout } from './layout';
import { lots } from './lots';
import { mail } from './mail';
import { me } from './me';
import { meetingDuties } from './meeting-duties';
import { meetings } from './meetings';
import { membership } from './membership';
import { messages } from './messages';
import { minutes } from './minutes';
import { onboarding } from './onboarding';
import { noticeRecord } from './notice-record';
import { offAgenda } from './off-agenda';
import { offers } from './offers';
import { openData } from './open-data';
import { outreach } from './outreach';
import { pages } from './pages';
import { panels } from './panels';
import { people } from './people';
import { priorities } from './priorities';
import { recordings } from './recordings';
import { reports } from './reports';
import { reviews } from './reviews';
import { rights } from './rights';
import { room } from './room';
import { roster } from './roster';
import { rubrics } from './rubrics';
import { scheduling } from './scheduling';
import { search } from './search';
import { selection } from './selection';
import { staff } from './staff';
import { translations } from './translations';
import { vacancies } from './vacancies';

export const en = {
  common,
  errors,
  layout,
  history,
  files,
  mail,
  access,
  guests,
  accounts,
  deputies,
  collaboratives,
  imports,
  home,
  outreach,
  pages,
  me,
  membership,
  people,
  directory,
  topics,
  noticeRecord,
  translations,
  vacancies,
  cycles,
  cycleDesk,
  priorities,
  recordings,
  reports,
  rights,
  forms,
  room,
  roster,
  rubrics,
  applications,
  eligibility,
  interest,
  guardian,
  lateEntry,
  drafts,
  reviews,
  composition,
  lots,
  panels,
  search,
  following,
  selection,
  offers,
  openData,
  meetingDuties,
  meetings,
  scheduling,
  onboarding,
  agendaRequests,
  agendas,
  agendaTemplates,
  attending,
  attendance,
  comments,
  commitments,
  consentGroup,
  inSession,
  offAgenda,
  minutes,
  advice,
  adviceReport,
  desk,
  messages,
  demo,
  staff,
  admin,
  help,
} as const;
