import { tellInChromium } from './story/in-chromium';

tellInChromium('es', 'Spanish');
