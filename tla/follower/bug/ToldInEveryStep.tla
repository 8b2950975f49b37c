-------------------------- MODULE ToldInEveryStep ---------------------------
\* Violates WhatIsToldIsNews.
\* The roles are told the same in every step.
EXTENDS Grow

BuggyViewEffects(s, after) == <<Effect("tell", "view", ViewReport(after), -1)>>
=============================================================================
