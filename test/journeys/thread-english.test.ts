import { tellInChromium } from './story/in-chromium';

tellInChromium('en', 'English');
